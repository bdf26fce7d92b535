package io.vigil.fault.kind;

import io.vigil.fault.rig.Air;
import io.vigil.fault.rig.Installation;
import io.vigil.fault.rig.Message;
import io.vigil.simulate.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Batches of two seconds arrive shuffled, everybody's among everybody's. */
public final class OrderPermuted extends SentOtherwise {

  public OrderPermuted() {
    super(30);
  }

  @Override
  Air air(Installation installation, Random random) {
    Random order = new Random(random.nextLong());
    List<Message> kept = new ArrayList<>();
    return new Air() {
      private boolean odd;

      @Override
      public List<Message> through(List<Batch> second) {
        second.forEach(batch -> kept.add(Message.of(batch)));
        odd = !odd;
        return odd ? List.of() : rest();
      }

      @Override
      public List<Message> rest() {
        List<Message> shuffled = new ArrayList<>(kept);
        kept.clear();
        Collections.shuffle(shuffled, order);
        return shuffled;
      }
    };
  }
}

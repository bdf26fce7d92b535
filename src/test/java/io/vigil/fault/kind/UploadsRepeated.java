package io.vigil.fault.kind;

import io.vigil.fault.rig.Air;
import io.vigil.fault.rig.Installation;
import io.vigil.fault.rig.Message;
import io.vigil.simulate.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sensors hear no answer: every batch comes twice, and all of them once more in the end. */
public final class UploadsRepeated extends SentOtherwise {

  public UploadsRepeated() {
    super(30);
  }

  @Override
  Air air(Installation installation, Random random) {
    List<Message> all = new ArrayList<>();
    return new Air() {
      @Override
      public List<Message> through(List<Batch> second) {
        List<Message> twice = new ArrayList<>();
        for (Batch batch : second) {
          Message message = Message.of(batch);
          twice.add(message);
          twice.add(message);
          all.add(message);
        }
        return twice;
      }

      @Override
      public List<Message> rest() {
        return all;
      }
    };
  }
}

package io.vigil.fault.kind;

import io.vigil.fault.rig.Air;
import io.vigil.fault.rig.Broker;
import io.vigil.fault.rig.Installation;
import io.vigil.fault.rig.Message;
import io.vigil.simulate.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Nothing comes in one partition of the hub while the others go on, long enough to be taken for
 * idle; then it comes back with what is older than everything else by then. An engine's own
 * watermark stalls on that (FLINK-40475), or calls it late.
 */
public final class PartitionComesBack extends SentOtherwise {

  public PartitionComesBack() {
    super(45);
  }

  @Override
  Air air(Installation installation, Random random) {
    int idle = random.nextInt(Broker.PARTITIONS);
    List<Message> kept = new ArrayList<>();
    return new Air() {
      @Override
      public List<Message> through(List<Batch> second) {
        List<Message> passing = new ArrayList<>();
        for (Batch batch : second) {
          Message message = Message.of(batch);
          (message.partition() == idle ? kept : passing).add(message);
        }
        return passing;
      }

      @Override
      public List<Message> rest() {
        return kept;
      }
    };
  }
}

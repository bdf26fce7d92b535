package io.vigil.fault;

import io.vigil.fault.kind.BrokerKilled;
import io.vigil.fault.kind.CosmosFaulty;
import io.vigil.fault.kind.JobManagerKilled;
import io.vigil.fault.kind.TaskManagerKilled;
import io.vigil.source.kafka.NeedsKafkaLogin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A choice of faults in one run, short enough for every build, on a machine that may do other
 * things meanwhile. {@link AllFaultsIT} has the others.
 */
@NeedsKafkaLogin
class FaultsIT {
  private static final FaultRun.Size SIZE = new FaultRun.Size(30, 1800, 2, 6);

  @TempDir Path folder;

  @Test
  void keepsEveryPromise() throws Exception {
    Checked.run(
        "fast",
        folder,
        SIZE,
        List.of(
            new TaskManagerKilled(),
            new CosmosFaulty(),
            new BrokerKilled(),
            new JobManagerKilled()));
  }
}

package io.vigil.fault.kind;

import io.vigil.fault.rig.Cluster;
import io.vigil.fault.rig.Installation;
import io.vigil.fault.rig.JavaProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * A task manager that works is killed as {@code kill -9} does; like a pod, another one takes its
 * place, later than the job goes on with what is left.
 */
public final class TaskManagerKilled implements Fault {

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    Cluster cluster = installation.cluster();
    JavaProcess victim = WorkingTaskManager.of(cluster, random);
    Instant struck = Instant.now();
    cluster.lose(victim);
    cluster.startTaskManager();
    return struck;
  }

  @Override
  public Duration within() {
    return Duration.ofSeconds(30);
  }

  /** What is written to the store goes wrong a second time where a task was just starting. */
  @Override
  public int restarts() {
    return 2;
  }
}

package io.vigil.fault.kind;

import io.vigil.fault.rig.Cluster;
import io.vigil.fault.rig.Installation;
import io.vigil.fault.rig.JavaProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * A task manager sleeps for 70 seconds, as a node that is suspended does, and goes on: another one
 * works in its place by then, and what it had been about to write comes late.
 */
public final class TaskManagerStopped implements Fault {
  private static final int ASLEEP_SECONDS = 70;

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    Cluster cluster = installation.cluster();
    JavaProcess victim = WorkingTaskManager.of(cluster, random);
    victim.pause();
    Instant struck = Instant.now();
    cluster.startTaskManager();
    installation.pass(ASLEEP_SECONDS);
    victim.resume();
    // What it still does, it does now.
    installation.pass(10);
    cluster.lose(victim);
    return struck;
  }

  /** As when it is killed: nobody waits for it to wake. */
  @Override
  public Duration within() {
    return Duration.ofSeconds(60);
  }

  @Override
  public int restarts() {
    return 3;
  }
}

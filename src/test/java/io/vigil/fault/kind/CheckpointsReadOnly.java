package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/** The disk of checkpoints takes nothing for 40 seconds, and a task manager is lost meanwhile. */
public final class CheckpointsReadOnly implements Fault {
  private static final int SECONDS = 40;
  private final TaskManagerKilled kill = new TaskManagerKilled();

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    installation.checkpoints().readOnly();
    installation.pass(SECONDS / 2);
    kill.strike(installation, random);
    installation.pass(SECONDS / 2);
    installation.checkpoints().writable();
    return Instant.now();
  }

  /** Where checkpoints cannot be written the job may need one more try. */
  @Override
  public int restarts() {
    return kill.restarts() + 10;
  }
}

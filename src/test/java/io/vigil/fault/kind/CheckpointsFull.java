package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/**
 * The disk of checkpoints is full for 40 seconds. Checkpoints fail, the job goes on, and a task
 * manager that is lost right after is none the worse for it: it begins at the last complete one.
 */
public final class CheckpointsFull implements Fault {
  private static final int SECONDS = 40;
  private final TaskManagerKilled kill = new TaskManagerKilled();

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    installation.checkpoints().fill();
    installation.pass(SECONDS);
    Instant struck = kill.strike(installation, random);
    installation.checkpoints().empty();
    return struck;
  }

  @Override
  public int restarts() {
    return kill.restarts();
  }
}

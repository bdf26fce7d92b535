package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/** The job is stopped with a savepoint, and goes on from it in more or fewer tasks. */
public final class Rescaled implements Fault {
  private final int tasks;

  public Rescaled(int tasks) {
    this.tasks = tasks;
  }

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    Instant struck = Instant.now();
    String savepoint = installation.cluster().stop(false);
    installation.cluster().close();
    installation.deploy(installation.plan().goingOn(tasks, savepoint));
    installation.awaitWork();
    return struck;
  }

  @Override
  public String name() {
    return "RescaledTo" + tasks;
  }
}

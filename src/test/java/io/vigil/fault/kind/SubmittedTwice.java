package io.vigil.fault.kind;

import io.vigil.fault.rig.Cluster;
import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/**
 * The same job is started a second time, from the beginning, beside the one that runs: both read
 * everything and write everything for a while.
 */
public final class SubmittedTwice implements Fault {
  private static final int SECONDS = 60;

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    Cluster second = installation.deployBeside(installation.plan());
    installation.pass(SECONDS);
    second.close();
    return Instant.now();
  }
}

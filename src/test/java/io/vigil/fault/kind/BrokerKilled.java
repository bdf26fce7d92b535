package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/** The broker is killed as {@code kill -9} does, is away for some seconds, and is started anew. */
public final class BrokerKilled implements Fault {
  private static final int LONGEST_AWAY_SECONDS = 20;

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    installation.broker().kill();
    installation.pass(1 + random.nextInt(LONGEST_AWAY_SECONDS));
    installation.broker().start();
    return Instant.now();
  }
}

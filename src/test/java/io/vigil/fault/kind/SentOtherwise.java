package io.vigil.fault.kind;

import io.vigil.fault.rig.Air;
import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/** What sensors send reaches the hub otherwise for a while. The job may not be restarted by it. */
abstract class SentOtherwise implements Fault {
  private final int seconds;

  SentOtherwise(int seconds) {
    this.seconds = seconds;
  }

  /** What becomes of it meanwhile. */
  abstract Air air(Installation installation, Random random);

  @Override
  public final Instant strike(Installation installation, Random random) {
    installation.air(air(installation, random));
    installation.pass(seconds);
    installation.air(Air.CLEAR);
    return Instant.now();
  }
}

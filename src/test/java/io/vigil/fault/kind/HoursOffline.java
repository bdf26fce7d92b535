package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/** Three sensors upload six hours at once, which is older than everything that others sent. */
public final class HoursOffline implements Fault {
  private static final int PAST_SECONDS = 6 * 3600;
  private static final int PEOPLE = 3;

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    installation.upload(PAST_SECONDS, PEOPLE, PAST_SECONDS + 3600, "away");
    Instant now = Instant.now();
    installation.pass(5);
    return now;
  }
}

package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import io.vigil.fault.rig.Load;
import java.time.Instant;
import java.util.Random;

/** As many people again send for a while, and then no more. */
public final class LoadDoubled implements Fault {
  private final int people;
  private final int seconds;

  public LoadDoubled(int people, int seconds) {
    this.people = people;
    this.seconds = seconds;
  }

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    Load more = installation.send(people, seconds + 300, "q");
    installation.pass(seconds);
    more.close();
    return Instant.now();
  }
}

package io.vigil.fault.kind;

import io.vigil.fault.rig.Door;
import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/** For a while nothing gets through between the job and the broker, while sensors send on. */
public final class BrokerCutOff implements Fault {
  private final int seconds;

  /** For 90 seconds. */
  public BrokerCutOff() {
    this(90);
  }

  public BrokerCutOff(int seconds) {
    this.seconds = seconds;
  }

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    Door door = installation.broker().door();
    if (random.nextBoolean()) {
      door.silence();
    } else {
      door.shut();
    }
    installation.pass(seconds);
    door.open();
    return Instant.now();
  }
}

package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import io.vigil.store.cosmos.server.RequestKind;
import java.time.Instant;
import java.util.Random;

/**
 * Somebody takes the job's right to write, and gives it back after 20 seconds. The job can do
 * nothing meanwhile, and tries again and again with growing pauses.
 */
public final class CosmosForbidden implements Fault {
  private static final int SECONDS = 20;

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    installation.cosmos().forbid(RequestKind.WRITES.toArray(new RequestKind[0]));
    installation.pass(SECONDS);
    installation.cosmos().forbid();
    return Instant.now();
  }

  @Override
  public int restarts() {
    return 20;
  }
}

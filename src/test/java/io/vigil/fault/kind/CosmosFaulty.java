package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import io.vigil.store.cosmos.server.Fault;
import io.vigil.store.cosmos.server.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * For 30 seconds one in three answers of Cosmos DB is a fault: too many requests, unavailable, too
 * slow, the answer lost though the work was done.
 */
public final class CosmosFaulty implements io.vigil.fault.kind.Fault {
  private static final int SECONDS = 30;
  private static final double SHARE = 1 / 3.0;

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    installation
        .cosmos()
        .faults()
        .seed(random.nextLong())
        .atRandom(
            SHARE,
            RequestKind.WRITES,
            Fault.status(429),
            Fault.status(503),
            Fault.status(500),
            Fault.status(408),
            Fault.status(410),
            Fault.slow(Duration.ofMillis(200)),
            Fault.slowAnswer(Duration.ofMillis(200)),
            Fault.closedBefore(),
            Fault.answerLost())
        .itemsAtRandom(SHARE, 429, 449, 503, 408, 410);
    installation.pass(SECONDS);
    installation.cosmos().faults().clear();
    return Instant.now();
  }
}

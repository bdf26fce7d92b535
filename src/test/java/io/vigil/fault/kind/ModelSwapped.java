package io.vigil.fault.kind;

import io.vigil.Await;
import io.vigil.fault.rig.Installation;
import io.vigil.feature.FeatureExtractor;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Place;
import io.vigil.model.PromotionOrder;
import io.vigil.model.Registry;
import io.vigil.train.TrainedModels;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * Two models are promoted, one after the other. A task manager is killed as the first is heard of,
 * and another one at the moment at which the second takes over.
 */
public final class ModelSwapped implements Fault {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int LEAD_SECONDS = 30;

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    TaskManagerKilled kill = new TaskManagerKilled();
    String first = promote(installation, 2);
    kill.strike(installation, random);
    awaitLabelsBy(first, installation);
    String second = promote(installation, 3);
    // The kill is up to two seconds before the moment, or after.
    installation.pass(LEAD_SECONDS - 2 + random.nextInt(5));
    Instant struck = kill.strike(installation, random);
    awaitLabelsBy(second, installation);
    return struck;
  }

  private static String promote(Installation installation, long seed) throws Exception {
    ModelArtifact model = TrainedModels.forest(seed, 20, 12, FeatureExtractor.SCHEMA);
    Registry registry = installation.registry();
    Registry.Entry added = registry.add("swapped", model, card -> "");
    Instant now = Instant.now();
    long from = ChronoUnit.MICROS.between(Instant.EPOCH, now.plusSeconds(LEAD_SECONDS));
    registry.promote(
        added.artifact().id().reference(),
        new PromotionOrder(Place.CHAMPION, from, now, "the fault", ""),
        registry.history());
    return added.artifact().id().sha256();
  }

  private static void awaitLabelsBy(String sha256, Installation installation) {
    Await.until(
        "labels by the model " + sha256,
        PATIENCE,
        () ->
            installation.works()
                && installation.writes().bodies().values().stream()
                    .anyMatch(body -> body.contains(sha256)));
  }

  @Override
  public int restarts() {
    return 4;
  }
}

package io.vigil.fault.kind;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.Await;
import io.vigil.fault.rig.Cluster;
import io.vigil.fault.rig.Installation;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * All of the cluster is lost, and the newest checkpoint is half a file. A job that is begun from it
 * says so and does not start; begun from the one before, it makes up for all that came since.
 */
public final class NewestCheckpointDamaged implements Fault {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    Cluster lost = installation.cluster();
    Await.until("two checkpoints", PATIENCE, () -> completed(lost).size() >= 2);
    List<String> paths = completed(lost);
    Instant struck = Instant.now();
    lost.close();
    Path metadata = Path.of(URI.create(paths.get(0))).resolve("_metadata");
    try (FileChannel file = FileChannel.open(metadata, StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 2);
    }
    Cluster.Plan plan = installation.plan();
    Cluster refused = installation.deploy(plan.goingOn(plan.parallelism(), paths.get(0)));
    Await.until("the damaged checkpoint's refusal", PATIENCE, () -> hasRefused(refused));
    refused.close();
    installation.deploy(plan.goingOn(plan.parallelism(), paths.get(1)));
    installation.awaitWork();
    return struck;
  }

  private static boolean hasRefused(Cluster cluster) {
    return !cluster.jobManager().isAlive() || cluster.state().equals("FAILED");
  }

  /** Where complete checkpoints are, the newest first. */
  private static List<String> completed(Cluster cluster) {
    List<String> paths = new ArrayList<>();
    for (JsonNode one : cluster.checkpoints().path("history")) {
      if (one.path("status").asText().equals("COMPLETED") && !one.path("discarded").asBoolean()) {
        Optional.ofNullable(one.path("external_path").textValue()).ifPresent(paths::add);
      }
    }
    return paths;
  }
}

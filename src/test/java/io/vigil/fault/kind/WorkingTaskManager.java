package io.vigil.fault.kind;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.fault.rig.Cluster;
import io.vigil.fault.rig.JavaProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Finds a task manager that has something to do: to lose an idle one is no fault. */
final class WorkingTaskManager {

  static JavaProcess of(Cluster cluster, Random random) {
    TreeSet<String> working = new TreeSet<>();
    String job = cluster.job().orElseThrow(() -> new IllegalStateException("There is no job"));
    for (JsonNode vertex : get(cluster, "/jobs/" + job).path("vertices")) {
      String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/taskmanagers";
      for (JsonNode one : get(cluster, path).path("taskmanagers")) {
        working.add(one.path("taskmanager-id").asText());
      }
    }
    List<JavaProcess> candidates = new ArrayList<>(cluster.taskManagers());
    candidates.removeIf(one -> !working.contains(one.toString()));
    if (candidates.isEmpty()) {
      throw new IllegalStateException("None of the task managers works, but " + working);
    }
    return candidates.get(random.nextInt(candidates.size()));
  }

  private static JsonNode get(Cluster cluster, String path) {
    Optional<JsonNode> said = cluster.rest().get(path);
    return said.orElseThrow(() -> new IllegalStateException("No answer to " + path));
  }

  private WorkingTaskManager() {}
}

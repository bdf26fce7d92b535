package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What runs in one task is left alone by the autoscaler of the cluster, which would otherwise give
 * it as many as it likes: two tasks would each follow half of the rules. Vertices are known to it
 * by ids alone; they follow from the uid of a vertex's first operator, not from how many tasks the
 * job has. Seen red with: an id left out of job.yaml; the id of a vertex of many tasks in it.
 */
class OneTaskVerticesTest {
  @TempDir Path lake;

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 16})
  void areExcludedFromTheAutoscaler(int parallelism) throws IOException {
    Map<String, String> single = new TreeMap<>();
    for (JobVertex vertex : JobInKubernetes.graph(parallelism, lake).getVertices()) {
      if (vertex.getParallelism() == 1) {
        single.put(vertex.getID().toHexString(), vertex.getName());
      }
    }
    assertThat(single.values()).anyMatch(name -> name.contains("takeovers"));
    assertThat(excluded().split(";"))
        .as("job.autoscaler.vertex.exclude.ids, of " + single)
        .containsExactlyInAnyOrderElementsOf(single.keySet());
  }

  private static String excluded() throws IOException {
    JsonNode job =
        new YAMLMapper()
            .readerFor(JsonNode.class)
            .<JsonNode>readValues(Home.path().resolve("k8s/base/job.yaml").toFile())
            .next();
    return job.at("/spec/flinkConfiguration").path("job.autoscaler.vertex.exclude.ids").asText();
  }
}

package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.savepoint.JobOperators;
import io.vigil.savepoint.SavedOperators;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The job of the cluster, which erases people and follows a registry, goes on from a released
 * version's savepoint: an operator of both has the same maximum parallelism. Seen red with:
 * takeovers limited to one task, which in a task of their own is another maximum than in that of
 * their source.
 */
class LiveJobFitsReleasesTest {
  @TempDir Path lake;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void everyMaximumIsThatOfTheRelease(int parallelism) throws Exception {
    Map<OperatorID, JobOperators.Operator> job =
        JobOperators.of(JobInKubernetes.graph(parallelism, lake));
    Map<String, Integer> released = new TreeMap<>();
    Map<String, Integer> own = new TreeMap<>();
    for (OperatorState saved : saved().getOperatorStates()) {
      JobOperators.Operator operator = job.get(saved.getOperatorID());
      if (operator != null) {
        released.put(operator.uid(), saved.getMaxParallelism());
        own.put(operator.uid(), operator.maxParallelism());
      }
    }
    assertThat(own).isEqualTo(released).containsKeys("takeovers", "rules", "notices", "alerts");
  }

  private static CheckpointMetadata saved() throws IOException {
    return SavedOperators.in(
        Home.path().resolve("src/test/resources/savepoints/0.1.0/savepoint").toString());
  }
}

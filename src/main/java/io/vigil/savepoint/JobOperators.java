package io.vigil.savepoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobgraph.OperatorID;

/** The operators of a job as the engine would run them. */
public final class JobOperators {

  /**
   * One of them.
   *
   * @param uid by which a savepoint knows it again
   * @param maxParallelism that it has, and its state must have
   */
  public record Operator(String uid, int maxParallelism) {}

  /** All of them, each by what stands for its uid in savepoints. */
  public static Map<OperatorID, Operator> of(JobGraph graph) {
    Map<OperatorID, Operator> all = new LinkedHashMap<>();
    for (JobVertex vertex : graph.getVerticesSortedTopologicallyFromSources()) {
      for (OperatorIDPair operator : vertex.getOperatorIDs()) {
        String uid = operator.getUserDefinedOperatorUid();
        all.put(
            operator.getUserDefinedOperatorID().orElse(operator.getGeneratedOperatorID()),
            new Operator(
                uid == null ? operator.getUserDefinedOperatorName() : uid,
                vertex.getMaxParallelism()));
      }
    }
    return all;
  }

  private JobOperators() {}
}

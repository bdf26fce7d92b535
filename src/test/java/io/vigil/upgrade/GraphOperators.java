package io.vigil.upgrade;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;

/** The operators of a job as the engine will run them. */
final class GraphOperators {

  /** Each operator's maximum parallelism, by the name that a savepoint knows it by. */
  static Map<String, Integer> maxParallelism(JobGraph graph) {
    Map<String, Integer> all = new TreeMap<>();
    for (JobVertex vertex : graph.getVertices()) {
      for (OperatorIDPair operator : vertex.getOperatorIDs()) {
        all.put(name(operator), vertex.getMaxParallelism());
      }
    }
    return all;
  }

  /** The uid, or the id that the engine made up, with the operator's name. */
  private static String name(OperatorIDPair operator) {
    String uid = operator.getUserDefinedOperatorUid();
    return uid == null
        ? operator.getUserDefinedOperatorID().orElse(operator.getGeneratedOperatorID())
            + " "
            + operator.getUserDefinedOperatorName()
        : uid;
  }

  private GraphOperators() {}
}

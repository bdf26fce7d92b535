package io.vigil.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * How much a savepoint holds.
 *
 * @param bytes in all
 * @param byOperator bytes of each operator that holds any, by its uid where the savepoint says it
 */
public record StateSize(long bytes, Map<String, Long> byOperator) {

  /** Reads it from what the savepoint says of itself. */
  public static StateSize of(Path savepoint) throws IOException {
    try (DataInputStream in =
        new DataInputStream(Files.newInputStream(savepoint.resolve("_metadata")))) {
      CheckpointMetadata metadata =
          Checkpoints.loadCheckpointMetadata(
              in, StateSize.class.getClassLoader(), savepoint.toString());
      Map<String, Long> sizes = new TreeMap<>();
      for (OperatorState operator : metadata.getOperatorStates()) {
        if (operator.getStateSize() > 0) {
          sizes.merge(name(operator), operator.getStateSize(), Long::sum);
        }
      }
      return new StateSize(sizes.values().stream().mapToLong(Long::longValue).sum(), sizes);
    }
  }

  private static String name(OperatorState operator) {
    return operator
        .getOperatorUid()
        .or(operator::getOperatorName)
        .orElseGet(() -> operator.getOperatorID().toHexString());
  }
}

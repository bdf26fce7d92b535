package io.vigil.savepoint;

import io.vigil.settings.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.flink.runtime.checkpoint.CheckpointProperties;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;

/**
 * Whether a job can go on from a savepoint or a checkpoint: what the engine would find, in words.
 */
public final class SavepointCheck {
  private final String place;
  private final Map<OperatorID, JobOperators.Operator> job;

  /**
   * @param place of the savepoint
   * @param job the operators of the job by the settings
   */
  public SavepointCheck(String place, Map<OperatorID, JobOperators.Operator> job) {
    this.place = place;
    this.job = job;
  }

  /**
   * A line for the whole, and one for each operator that has state or could have, or has another
   * maximum parallelism.
   */
  public List<Finding> run() {
    String tried = "Savepoint " + place + ": read it";
    CheckpointMetadata metadata;
    try {
      metadata = SavedOperators.in(place);
    } catch (IOException | RuntimeException e) {
      return List.of(
          Finding.wrong(
              tried,
              reason(e),
              "give the folder that holds the file _metadata, as chk-17 or savepoint-...; what lacks"
                  + " it was never completed, or is damaged: take the one before"));
    }
    List<Finding> findings = new ArrayList<>();
    List<OperatorState> saved = new ArrayList<>(metadata.getOperatorStates());
    findings.add(Finding.ok(tried, whole(metadata, saved)));
    saved.sort(Comparator.comparing(SavepointCheck::name));
    saved.stream()
        .filter(operator -> hasState(operator) || isLimitedOtherwise(operator))
        .map(this::check)
        .forEach(findings::add);
    findings.addAll(without(saved));
    return findings;
  }

  private static String whole(CheckpointMetadata metadata, List<OperatorState> saved) {
    CheckpointProperties kind = metadata.getCheckpointProperties();
    long bytes = saved.stream().mapToLong(OperatorState::getStateSize).sum();
    return "%s %d, %d operators, %d with state, %s"
        .formatted(
            kind != null && kind.isSavepoint() ? "savepoint" : "checkpoint",
            metadata.getCheckpointId(),
            saved.size(),
            saved.stream().filter(SavepointCheck::hasState).count(),
            size(bytes));
  }

  private Finding check(OperatorState saved) {
    String tried = "Operator " + name(saved);
    String had =
        "%s in %d tasks of at most %d"
            .formatted(
                size(saved.getStateSize()), saved.getParallelism(), saved.getMaxParallelism());
    JobOperators.Operator own = job.get(saved.getOperatorID());
    if (own == null) {
      return Finding.wrong(
          tried,
          had + "; the job has no such operator, and would not start",
          "set what it belongs to as it was (lake.path, model.use, eventhubs.protocol), or start"
              + " with a version that has it");
    }
    if (isLimitedOtherwise(saved)) {
      return Finding.wrong(
          tried,
          had + "; the job allows %d, and would not start".formatted(own.maxParallelism()),
          "set pipeline.max-parallelism in flink-conf/config.yaml as it was, or start with the version"
              + " that wrote it");
    }
    try {
      return states(tried, had, SavedStates.of(saved));
    } catch (IOException | RuntimeException e) {
      return Finding.wrong(
          tried,
          had + "; cannot be read: " + reason(e),
          "a file of it is missing or damaged: take the savepoint before");
    }
  }

  /** The engine compares this of every operator that both have, one without state too. */
  private boolean isLimitedOtherwise(OperatorState saved) {
    JobOperators.Operator own = job.get(saved.getOperatorID());
    return own != null && own.maxParallelism() != saved.getMaxParallelism();
  }

  private static Finding states(
      String tried, String had, Map<String, StateMetaInfoSnapshot> states) {
    StringJoiner words = new StringJoiner(", ");
    boolean refused = false;
    for (StateMetaInfoSnapshot state : states.values()) {
      if (SavedStates.isTimers(state)) {
        continue;
      }
      StateFit fit = StateFit.of(state);
      refused |= fit == StateFit.REFUSED;
      words.add(state.getName() + (fit == StateFit.SAME ? "" : " (" + fit.words + ")"));
    }
    String cameBack = had + (words.length() == 0 ? "" : ": " + words);
    return refused
        ? Finding.wrong(
            tried, cameBack, "start with the version that wrote it, or a version between")
        : Finding.ok(tried, cameBack);
  }

  /** Operators of the job that the savepoint does not know. */
  private List<Finding> without(List<OperatorState> saved) {
    Set<OperatorID> known = new HashSet<>();
    saved.forEach(operator -> known.add(operator.getOperatorID()));
    return job.entrySet().stream()
        .filter(operator -> !known.contains(operator.getKey()))
        .map(
            operator ->
                Finding.ok(
                    "Operator " + operator.getValue().uid(),
                    "is not in it, and begins with nothing"))
        .toList();
  }

  /** The first line of the innermost reason. */
  private static String reason(Throwable failure) {
    Throwable reason = failure;
    while (reason.getCause() != null && reason.getCause() != reason) {
      reason = reason.getCause();
    }
    String words = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    return words.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  private static boolean hasState(OperatorState operator) {
    return operator.getCoordinatorState() != null
        || operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState);
  }

  private static String name(OperatorState operator) {
    return operator
        .getOperatorUid()
        .or(operator::getOperatorName)
        .orElseGet(() -> operator.getOperatorID().toString());
  }

  private static String size(long bytes) {
    return bytes < 10_000 ? bytes + " bytes" : bytes / 1000 + " kB";
  }
}

package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.savepoint.JobOperators;
import io.vigil.savepoint.SavepointCheck;
import io.vigil.settings.Finding;
import java.util.List;
import org.apache.flink.runtime.jobgraph.JobGraph;

/**
 * Every state of the job by its operator, so that a change of what savepoints hold is seen in
 * review. What may change stands in VERSIONING.md.
 */
final class StateInventory {
  private static final List<String> STATES =
      List.of(
          "Sink Committer: lake: streaming_committer_raw_states",
          "alerts: rules, term, watched",
          "commands-in: SourceReaderState",
          "decode: samples-read",
          "drift: day",
          "episodes: episode",
          "examples: examples",
          "features: wearer",
          "files: SourceReaderState",
          "health: days, population",
          "hub-amqp: SourceReaderState",
          "hub-kafka: SourceReaderState",
          "lake: FileSinkCompactorCoordinator: remaining_compact_commit_raw_state",
          "lake: FileSinkCompactorOperator: remaining_requests_raw_state",
          "lake: writer_raw_states",
          "participant-time: time",
          "rules-in: SourceReaderState",
          "rules: bad-at, rules",
          "score: scoring, shadow, takeovers",
          "takeovers-in: SourceReaderState",
          "takeovers: bad-places, bad-since");

  /** Holds a savepoint of the whole job against it. */
  static void assertHolds(String savepoint, JobGraph job) {
    List<Finding> findings = new SavepointCheck(savepoint, JobOperators.of(job)).run();
    assertThat(findings).allMatch(Finding::passed);
    assertThat(findings.stream().filter(finding -> finding.cameBack().contains(": ")))
        .extracting(
            finding ->
                finding.tried().replaceFirst("^Operator ", "")
                    + finding.cameBack().replaceFirst("^[^:]*", ""))
        .containsExactlyInAnyOrderElementsOf(STATES);
  }

  private StateInventory() {}
}

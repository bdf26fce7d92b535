package io.vigil.cli;

import io.vigil.alert.Explanation;
import io.vigil.sensor.SampleBatch;
import io.vigil.store.Documents;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Picks one participant's samples from those of files, and remembers what else there was. */
final class ParticipantSamples {
  private static final int SHOWN = 5;

  private final String participantId;
  private final Consumer<SampleBatch> receiver;
  private final Set<String> others = new TreeSet<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  ParticipantSamples(String participantId, Consumer<SampleBatch> receiver) {
    this.participantId = participantId;
    this.receiver = receiver;
  }

  /** Takes the next samples, in order of time for each participant. */
  void take(SampleBatch stretch) {
    if (!stretch.participantId().equals(participantId)) {
      others.add(stretch.participantId());
    } else if (stretch.size() > 0) {
      first = Math.min(first, stretch.times()[0]);
      last = Math.max(last, stretch.times()[stretch.size() - 1]);
      receiver.accept(stretch);
    }
  }

  /**
   * Refuses to explain anything by nothing.
   *
   * @throws UsageException if no sample was around the alert
   */
  void expect(Explanation explanation) {
    if (last == Long.MIN_VALUE) {
      throw new UsageException(
          "The files have no samples of '%s' but of %,d others, such as %s; expected a file with theirs, or --participant ID where the alert has a pseudonym"
              .formatted(participantId, others.size(), others.stream().limit(SHOWN).toList()));
    }
    if (explanation.magnitudes().samples() == 0) {
      throw new UsageException(
          "The files have samples of '%s' from %s to %s, expected some between %s and %s, which is around the alert"
              .formatted(
                  participantId,
                  Documents.iso(first),
                  Documents.iso(last),
                  Documents.iso(explanation.magnitudes().from()),
                  Documents.iso(explanation.magnitudes().to())));
    }
  }
}

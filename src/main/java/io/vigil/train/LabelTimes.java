package io.vigil.train;

import io.vigil.sensor.SampleBatch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When each participant is said to have done what, before samples that come twice are left out:
 * whoever says two things of one time would be believed by chance.
 */
public final class LabelTimes {
  /** Batches that follow each other within this are one stretch. */
  private static final long FOLLOWS_MICROS = 2_000_000;

  private final SortedMap<String, List<Stretch>> stretches = new TreeMap<>();

  private record Stretch(long from, long to, String activity) {
    boolean goesOn(long next, String said) {
      return said.equals(activity) && next > to && next - to <= FOLLOWS_MICROS;
    }

    boolean contradicts(Stretch later) {
      return later.from <= to && !later.activity.equals(activity);
    }
  }

  /** Takes in labelled samples, in any order; others are passed over. */
  public void add(SampleBatch samples) {
    if (samples.activity().isEmpty() || samples.size() == 0) {
      return;
    }
    List<Stretch> own = stretches.computeIfAbsent(samples.participantId(), id -> new ArrayList<>());
    long from = samples.times()[0];
    long to = samples.times()[samples.size() - 1];
    int last = own.size() - 1;
    if (last >= 0 && own.get(last).goesOn(from, samples.activity())) {
      own.set(last, new Stretch(own.get(last).from, to, samples.activity()));
    } else {
      own.add(new Stretch(from, to, samples.activity()));
    }
  }

  /**
   * Checks that nobody did two things at once.
   *
   * @throws TrainingRefused naming participant, time and the two labels
   */
  public void check() {
    stretches.forEach(LabelTimes::check);
  }

  private static void check(String participantId, List<Stretch> own) {
    List<Stretch> sorted =
        own.stream()
            .sorted(Comparator.comparingLong(Stretch::from).thenComparingLong(Stretch::to))
            .toList();
    Stretch longest = null;
    for (Stretch next : sorted) {
      if (longest != null && longest.contradicts(next)) {
        throw new TrainingRefused(
            "Participant %s is said to do %s and %s at %s, expected one label for one time; correct one of them or leave it out"
                .formatted(participantId, longest.activity, next.activity, time(next.from)));
      }
      if (longest == null || next.to > longest.to) {
        longest = next;
      }
    }
  }

  static String time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}

package io.vigil.train.alert;

import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long each participant wore a sensor: from first sample to last, without pauses of more than a
 * minute. Samples may come in any order and several times.
 */
public final class WornTime {
  private static final long PAUSE_MICROS = 60_000_000;

  private final SortedMap<String, List<Span>> spans = new TreeMap<>();

  private record Span(long from, long to) {
    boolean goesOnAt(long time) {
      return time >= from && time - to <= PAUSE_MICROS;
    }

    Span upTo(long time) {
      return new Span(from, Math.max(to, time));
    }
  }

  /** Takes in samples. */
  public void add(SampleBatch samples) {
    List<Span> own = spans.computeIfAbsent(samples.participantId(), id -> new ArrayList<>());
    long[] times = samples.times();
    int from = 0;
    for (int i = 1; i <= times.length; i++) {
      if (i == times.length || times[i] - times[i - 1] > PAUSE_MICROS) {
        add(own, new Span(times[from], times[i - 1]));
        from = i;
      }
    }
  }

  /** By participant, in microseconds. */
  public SortedMap<String, Long> micros() {
    SortedMap<String, Long> micros = new TreeMap<>();
    spans.forEach((participantId, own) -> micros.put(participantId, micros(own)));
    return Collections.unmodifiableSortedMap(micros);
  }

  private static long micros(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    spans.stream().sorted(Comparator.comparingLong(Span::from)).forEach(span -> add(joined, span));
    return joined.stream().mapToLong(span -> span.to() - span.from()).sum();
  }

  /** What follows the last span closely makes it longer. */
  private static void add(List<Span> spans, Span span) {
    int last = spans.size() - 1;
    if (last >= 0 && spans.get(last).goesOnAt(span.from())) {
      spans.set(last, spans.get(last).upTo(span.to()));
    } else {
      spans.add(span);
    }
  }
}

package io.vigil.learn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What reviewers say of every window. Of one reviewer the newest answer about a window holds; where
 * reviewers differ, nothing does until one thing has the most voices.
 */
public final class GroundTruth {
  private static final Comparator<Label> NEWER =
      Comparator.comparingLong(Label::at)
          .thenComparingLong(Label::start)
          .thenComparingLong(Label::end)
          .thenComparing(Label::activity);

  private final Map<String, Stretches> participants = new HashMap<>();

  /** One participant's labels by their start. */
  private static final class Stretches {
    private final NavigableMap<Long, List<Label>> byStart = new TreeMap<>();
    private long longest;

    void add(Label label) {
      byStart.computeIfAbsent(label.start(), start -> new ArrayList<>()).add(label);
      longest = Math.max(longest, label.end() - label.start());
    }

    /** Those within which a window lies whole. */
    List<Label> around(long start, long end) {
      List<Label> found = new ArrayList<>();
      for (List<Label> some : byStart.subMap(end - longest, true, start, true).values()) {
        some.stream().filter(label -> label.end() >= end).forEach(found::add);
      }
      return found;
    }
  }

  /** Of nobody yet. */
  public GroundTruth() {}

  /** Of answers in any order; one that is there twice counts once. */
  public static GroundTruth of(Collection<Label> labels) {
    GroundTruth truth = new GroundTruth();
    labels.forEach(truth::add);
    return truth;
  }

  /** Takes one more answer in. */
  public void add(Label label) {
    participants.computeIfAbsent(label.participantId(), id -> new Stretches()).add(label);
  }

  /**
   * What reviewers say of a window: their answers count about stretches within which it lies whole.
   *
   * @param start its first instant, microseconds since the epoch (UTC)
   * @param end the first instant after it, after the start
   */
  public Verdict verdict(String participantId, long start, long end) {
    Stretches stretches = participants.get(participantId);
    if (stretches == null || end - start > stretches.longest) {
      return Verdict.of(List.of());
    }
    Map<String, Label> newest = new TreeMap<>();
    for (Label label : stretches.around(start, end)) {
      newest.merge(
          label.reviewer(), label, (one, other) -> NEWER.compare(one, other) < 0 ? other : one);
    }
    return Verdict.of(List.copyOf(newest.values()));
  }

  /** The activity of a window where it is settled: what training may rely on. */
  public Optional<String> labelOf(String participantId, long start, long end) {
    return verdict(participantId, start, end).label();
  }
}

package io.vigil.learn;

import io.vigil.learn.Verdict.Standing;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what reviewers did and how far they agree. */
final class ReviewCount {
  private final Collection<Question> windows;
  private final GroundTruth truth;

  /** Two reviewers, by name. */
  private record Pair(String first, String second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byFirst = first.compareTo(other.first);
      return byFirst == 0 ? second.compareTo(other.second) : byFirst;
    }
  }

  ReviewCount(Collection<Question> windows, GroundTruth truth) {
    this.windows = windows;
    this.truth = truth;
  }

  ReviewProgress progress(Collection<Label> labels, long dayBegan) {
    Map<String, Long> answers = new TreeMap<>();
    labels.stream()
        .filter(label -> label.at() >= dayBegan && !label.activity().equals(Label.TAKEN_BACK))
        .forEach(label -> answers.merge(label.reviewer(), 1L, Long::sum));
    Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    for (Standing one : Standing.values()) {
      standings.put(one, 0L);
    }
    Map<Pair, Agreement.Tally> pairs = new TreeMap<>();
    for (Question window : windows) {
      Verdict verdict = truth.verdict(window.participantId(), window.start(), window.end());
      standings.merge(verdict.standing(), 1L, Long::sum);
      compare(verdict.answers().stream().filter(Label::isDefinite).toList(), pairs);
    }
    return new ReviewProgress(standings, answers, agreements(pairs));
  }

  /** Answers come by reviewer, so that the two of a pair always stand in one order. */
  private static void compare(List<Label> answers, Map<Pair, Agreement.Tally> pairs) {
    for (int i = 0; i < answers.size(); i++) {
      for (Label second : answers.subList(i + 1, answers.size())) {
        Label first = answers.get(i);
        pairs
            .computeIfAbsent(
                new Pair(first.reviewer(), second.reviewer()), pair -> new Agreement.Tally())
            .add(first.activity(), second.activity());
      }
    }
  }

  private static List<Agreement> agreements(Map<Pair, Agreement.Tally> pairs) {
    return pairs.entrySet().stream()
        .map(one -> one.getValue().of(one.getKey().first(), one.getKey().second()))
        .toList();
  }
}

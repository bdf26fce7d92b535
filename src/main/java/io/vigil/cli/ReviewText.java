package io.vigil.cli;

import io.vigil.learn.Agreement;
import io.vigil.learn.Label;
import io.vigil.learn.ReviewAnswer;
import io.vigil.learn.ReviewProgress;
import io.vigil.learn.Verdict.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reviews for a person at a terminal. */
final class ReviewText {
  private static final int MOST_GUESSES = 3;
  private static final double TOO_LITTLE = 0.005;

  /** The answer that a word of the command line stands for. */
  static String answer(String word) {
    String spaced = word.replace('-', ' ');
    return List.of(Label.NOT_SURE, Label.NOT_WORN, Label.TAKEN_BACK).contains(spaced)
        ? spaced
        : word;
  }

  static List<String> lines(ReviewLists.Queue queue) {
    List<String> lines = new ArrayList<>();
    queue.items().forEach(item -> lines.add(line(item)));
    lines.add(
        queue.items().isEmpty()
            ? "Nothing is waiting for an answer."
            : "%,d waiting; `vigil review` asks one after the other.".formatted(queue.waiting()));
    return lines;
  }

  static List<String> lines(List<ReviewLists.Contested> contested) {
    List<String> lines = new ArrayList<>();
    for (ReviewLists.Contested one : contested) {
      lines.add(line(one.item()));
      if (!one.answered()) {
        lines.add("    %d reviewers differ; shown when you answer".formatted(one.reviewers()));
      }
      one.answers()
          .forEach(
              said -> lines.add("    " + Harmless.line(said.reviewer() + ": " + said.activity())));
    }
    if (contested.isEmpty()) {
      lines.add("Reviewers agree wherever two have answered.");
    }
    return lines;
  }

  static List<String> lines(ReviewAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s".formatted(answer.isNew() ? "Noted" : "Noted before", answer.label().activity()));
    answer
        .others()
        .forEach(
            other ->
                lines.add("  " + Harmless.line(other.reviewer() + " says " + other.activity())));
    if (answer.standing() == Standing.CONTESTED) {
      lines.add(
          "  Nothing is learnt from it until a third reviewer decides or one of you gives in.");
    }
    return lines;
  }

  static List<String> lines(ReviewProgress progress) {
    List<String> lines = new ArrayList<>();
    progress
        .windows()
        .forEach(
            (standing, count) ->
                lines.add(
                    "%,8d windows %s"
                        .formatted(
                            count, standing.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
    progress
        .answers()
        .forEach(
            (who, count) ->
                lines.add("%,8d answers today by %s".formatted(count, Harmless.line(who))));
    for (Agreement one : progress.agreements()) {
      String kappa =
          one.kappa().isPresent()
              ? String.format(Locale.ROOT, ", kappa %.2f", one.kappa().getAsDouble())
              : "";
      lines.add(
          "%s and %s say the same of %,d of %,d windows%s"
              .formatted(
                  Harmless.line(one.first()),
                  Harmless.line(one.second()),
                  one.same(),
                  one.both(),
                  kappa));
    }
    return lines;
  }

  /** The classes that the model holds most likely. */
  static String guesses(Map<String, Double> probabilities) {
    return probabilities.entrySet().stream()
        .filter(one -> one.getValue() >= TOO_LITTLE)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST_GUESSES)
        .map(one -> String.format(Locale.ROOT, "%s %.0f %%", one.getKey(), 100 * one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String line(ReviewLists.Item item) {
    return Harmless.line(
        "%s  %s  %s  %d windows  %s%s"
            .formatted(
                item.participantId(),
                item.start(),
                item.end(),
                item.windows(),
                guesses(item.probabilities()),
                item.contested() ? "  contested" : ""));
  }

  private ReviewText() {}
}

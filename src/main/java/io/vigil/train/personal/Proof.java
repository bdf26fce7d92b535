package io.vigil.train.personal;

import io.vigil.model.GateFigure;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a wearer's own model does better than everybody's, on answers of the wearer that it was
 * not given. Answers are held out in two ways that count the same, because a wearer does on Tuesday
 * what nobody asked about on Monday: each by itself, and each together with all others about the
 * same activity.
 *
 * <p>An error is the mean squared distance of the probabilities from the answer (Brier 1950), 0 to
 * 2: a few dozen answers are too few to count only right and wrong.
 *
 * @param answers how many there are
 * @param activities that they are about
 * @param common error of everybody's model
 * @param held error of models that knew all other answers
 * @param unheard error of models that knew no answer about the activity
 */
public record Proof(int answers, int activities, double common, double held, double unheard) {

  /** Less in error than everybody's model, over both ways to hold out. */
  public boolean holds() {
    return activities >= 2 && own() < common;
  }

  /** Error of the wearer's own model over both ways to hold out. */
  public double own() {
    return (held + unheard) / 2;
  }

  /** As the history of promotions keeps it, where other models have the word of the gate. */
  public GateFigure figure() {
    return new GateFigure(
        Adaptation.METHOD, Map.of("own", own(), "everybodys", common), holds(), reason());
  }

  /** Why it holds or does not, in a sentence. */
  public String reason() {
    if (answers == 0) {
      return "no answers";
    }
    if (activities < 2) {
      return "%d answers, all about one activity: two or more are expected".formatted(answers);
    }
    return String.format(
        Locale.ROOT,
        "error %.3f on held out answers (%.3f each by itself, %.3f by activity), everybody's %.3f",
        own(),
        held,
        unheard,
        common);
  }
}

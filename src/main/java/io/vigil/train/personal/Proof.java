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
 * <p>An error is the squared distance of the probabilities from the answer (Brier 1950), 0 to 2.
 * What counts is how often it is the smaller one, as in a sign test: a few dozen answers are too
 * few to count only right and wrong, and among so few a single one that was given seconds late
 * would outweigh all others in a mean.
 *
 * @param answers how many there are
 * @param activities that they are about
 * @param better how often one of the wearer's own models was nearer to an answer held out than
 *     everybody's; each answer is held out twice
 * @param worse how often it was farther away
 * @param common mean error of everybody's model
 * @param held that of models that knew all other answers
 * @param unheard that of models that knew no answer about the activity
 */
public record Proof(
    int answers,
    int activities,
    int better,
    int worse,
    double common,
    double held,
    double unheard) {

  /** More often nearer to an answer than everybody's model is, over both ways to hold out. */
  public boolean holds() {
    return activities >= 2 && better > worse;
  }

  /** Mean error of the wearer's own model over both ways to hold out. */
  public double own() {
    return (held + unheard) / 2;
  }

  /** As the history of promotions keeps it, where other models have the word of the gate. */
  public GateFigure figure() {
    return new GateFigure(
        Adaptation.METHOD,
        Map.of(
            "better", (double) better, "worse", (double) worse, "own", own(), "everybodys", common),
        holds(),
        reason());
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
        "nearer to held out answers %d times, farther %d times; mean error %.3f (%.3f each by itself, %.3f by activity), everybody's %.3f",
        better,
        worse,
        own(),
        held,
        unheard,
        common);
  }
}

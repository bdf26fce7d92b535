package io.vigil.train.fall;

import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModel.Training;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody has to know before trusting a model of falls, as Markdown. */
public final class FallCard {

  private static final int COLUMNS = 100;

  /**
   * The card of a model, with what was measured on people left out.
   *
   * @param source where the recordings come from, for whoever asks
   */
  public static String of(FallModel model, FallReport report, String source) {
    Training t = model.training();
    return String.format(
        Locale.ROOT,
        """
        # Fall model %s:%d

        - sha256 `%s`
        - logistic regression of %s, penalty %s, seed %d; %d terms (schema `%.12s`)
        - a fall from score %s up

        ## Use

        Says of an impact on the trunk, by one accelerometer at chest or waist, whether it is a
        fall. It is no medical device: whoever falls softly, or lies in the posture they stood in,
        may not be found.

        ## Trained on

        %d people (%s): %d recordings with a simulated fall, %d without; each also as a 20 Hz
        sensor, with 30 %% of the samples lost, and with softer movements.

        ## How well it does on somebody new

        By leave-one-person-out, weights and least score from the others alone: sensitivity %.4f,
        specificity %.4f, %.2f false alarms an hour of recordings without a fall.

        Worst people (sensitivity, specificity): %s.
        Worst kinds (recordings taken wrong): %s.

        ## Limits

        - Recorded falls are simulated mostly, on a mat and by young people; published detectors find
          57 to 83 %% of real falls.
        - Turning over in bed and lying down quickly look most like a fall to it.

        ## Source of the data

        %s
        """,
        model.name(),
        model.version(),
        model.ref().sha256(),
        t.library(),
        t.penalty(),
        t.seed(),
        model.terms().size(),
        model.featureSchemaHash(),
        model.minScore(),
        t.people().size(),
        String.join(", ", t.people()),
        t.falls(),
        t.others(),
        report.sensitivity(),
        report.specificity(),
        report.falseAlarmsPerHour(),
        worstPeople(report),
        worstKinds(report),
        source.strip().replaceAll("(.{1," + COLUMNS + "})(?: +|$)", "$1\n").strip());
  }

  private static String worstPeople(FallReport report) {
    return report.byPerson().entrySet().stream()
        .sorted(Comparator.comparingDouble(e -> e.getValue().worse()))
        .limit(4)
        .map(
            e ->
                String.format(
                    Locale.ROOT,
                    "%s %.3f, %.3f",
                    e.getKey(),
                    e.getValue().sensitivity(),
                    e.getValue().specificity()))
        .collect(Collectors.joining("; "));
  }

  private static String worstKinds(FallReport report) {
    return report.byKind().entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue().wrong().size()))
        .filter(e -> e.getValue() > 0)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(6)
        .map(e -> (e.getKey().isEmpty() ? "a day's recording" : e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private FallCard() {}
}

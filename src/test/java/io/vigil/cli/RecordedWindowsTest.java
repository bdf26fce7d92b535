package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.RealRecordings;
import io.vigil.activity.Activities;
import io.vigil.feature.FeatureVector;
import io.vigil.model.CompiledForest;
import io.vigil.settings.Settings;
import io.vigil.train.SmileForests;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;

/** On every window of the real recordings the compiled forest answers as Smile does, to the bit. */
class RecordedWindowsTest {
  private static final int CLASSES = Activities.BY_LABEL.size();

  @Test
  void smileAndTheCompiledForestAgreeOnEveryWindow() throws IOException {
    List<FeatureVector> windows = windows();
    List<FeatureVector> labelled =
        windows.stream().filter(window -> !window.activity().isEmpty()).toList();
    double[][] x = labelled.stream().map(FeatureVector::values).toArray(double[][]::new);
    int[] y = labelled.stream().mapToInt(w -> Activities.BY_LABEL.indexOf(w.activity())).toArray();
    RandomForest smile =
        RandomForest.fit(
            Formula.lhs("class"),
            DataFrame.of(x).merge(IntVector.of("class", y)),
            30,
            8,
            SplitRule.GINI,
            12,
            Integer.MAX_VALUE,
            5,
            1.0,
            null,
            LongStream.rangeClosed(2, 31));
    CompiledForest compiled = new CompiledForest(SmileForests.flatten(smile, x[0].length));

    assertThat(windows).hasSizeGreaterThan(15_000);
    double[] expected = new double[CLASSES];
    double[] seen = new double[CLASSES];
    for (FeatureVector window : windows) {
      smile.predict(Tuple.of(window.values(), smile.schema()), expected);
      compiled.probabilities(window.values(), seen);
      assertThat(seen)
          .as("%s at %d us", window.participantId(), window.start())
          .isEqualTo(expected);
    }
  }

  private static List<FeatureVector> windows() throws IOException {
    Settings settings = Settings.defaults();
    InputOptions input = new InputOptions();
    input.format = "uci287";
    input.files = RealRecordings.files("uci-chest", ".csv");
    return FeatureRun.of(
            input.plan(settings),
            Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), false),
            2)
        .live();
  }
}

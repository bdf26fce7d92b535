package io.vigil.train.fall;

import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallFeatures;
import io.vigil.alert.fall.FallOutput;
import io.vigil.alert.fall.FallSettings;
import io.vigil.alert.fall.FallState;
import io.vigil.alert.fall.FallUpdate;
import io.vigil.alert.fall.ImpactFinding;
import io.vigil.alert.fall.SignalFault;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The impacts of a recording, found by the detector itself. Of a fall's recording the hardest is
 * the fall, and the rest is left out, because nobody marked it. Otherwise the few of each quarter
 * of a minute that look most like a fall teach as much as all the steps of a walk.
 */
final class Impacts {
  private static final int BLOW = FallFeatures.SCHEMA.names().indexOf("blow");
  private static final int POSTURE_CHANGE = FallFeatures.SCHEMA.names().indexOf("postureChange");
  private static final long STRETCH_MICROS = 15_000_000;
  private static final int OF_A_STRETCH = 3;

  static List<Impact> of(Recording recording, Variation variation, long seed) {
    Trial trial = recording.trial();
    List<double[]> chosen = new ArrayList<>();
    List<double[]> stretch = new ArrayList<>();
    FallDetector detector =
        new FallDetector(
            features -> {
              stretch.add(features);
              return 0;
            },
            new FallSettings(1, new int[0]));
    FallState state = new FallState();
    SampleBatch samples = variation.of(recording.samples(), seed);
    for (SampleBatch part : parts(samples)) {
      detector.add(state, part, NOWHERE);
      if (!trial.isFall()) {
        chosen.addAll(most(stretch, POSTURE_CHANGE, OF_A_STRETCH));
        stretch.clear();
      }
    }
    if (trial.isFall()) {
      chosen.addAll(most(stretch, BLOW, 1));
    }
    return chosen.stream().map(f -> new Impact(trial, f, trial.isFall())).toList();
  }

  private static List<double[]> most(List<double[]> features, int feature, int count) {
    return features.stream()
        .sorted(Comparator.comparingDouble(f -> -f[feature]))
        .limit(count)
        .toList();
  }

  private static List<SampleBatch> parts(SampleBatch s) {
    List<SampleBatch> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= s.size(); i++) {
      if (i == s.size() || s.times()[i] - s.times()[from] >= STRETCH_MICROS) {
        parts.add(
            new SampleBatch(
                s.participantId(),
                Arrays.copyOfRange(s.times(), from, i),
                Arrays.copyOfRange(s.x(), from, i),
                Arrays.copyOfRange(s.y(), from, i),
                Arrays.copyOfRange(s.z(), from, i),
                s.activity()));
        from = i;
      }
    }
    return parts;
  }

  private static final FallOutput NOWHERE =
      new FallOutput() {
        @Override
        public void impact(ImpactFinding finding) {}

        @Override
        public void update(FallUpdate update) {}

        @Override
        public void signal(SignalFault fault, long atMicros) {}
      };

  private Impacts() {}
}

package io.vigil.train.fall;

import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallOutput;
import io.vigil.alert.fall.FallSettings;
import io.vigil.alert.fall.FallState;
import io.vigil.alert.fall.FallUpdate;
import io.vigil.alert.fall.ImpactFinding;
import io.vigil.alert.fall.ImpactFinding.Verdict;
import io.vigil.alert.fall.SignalFault;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * What the detector said of one recording.
 *
 * @param trial of the recording
 * @param hours its length
 * @param findings all of them, whatever the verdict, in order of time
 */
public record Outcome(Trial trial, double hours, List<ImpactFinding> findings) {
  public Outcome {
    findings = List.copyOf(findings);
  }

  /** Runs the detector over samples as the job would. */
  public static Outcome of(Recording recording, SampleBatch samples, FallModel model) {
    List<ImpactFinding> findings = new ArrayList<>();
    new FallDetector(model, FallSettings.of(model))
        .add(
            new FallState(),
            samples,
            new FallOutput() {
              @Override
              public void impact(ImpactFinding finding) {
                findings.add(finding);
              }

              @Override
              public void update(FallUpdate update) {}

              @Override
              public void signal(SignalFault fault, long atMicros) {}
            });
    return new Outcome(recording.trial(), recording.hours(), findings);
  }

  /** Falls that were raised. */
  public List<ImpactFinding> falls() {
    return findings.stream().filter(f -> f.verdict() == Verdict.FALL).toList();
  }

  Rates rates() {
    return trial.isFall() ? Rates.ofFalls(1, isRight() ? 1 : 0) : Rates.ofOther(isRight());
  }

  /** Whether a fall was raised where there is one, and none where there is none. */
  public boolean isRight() {
    return falls().isEmpty() != trial.isFall();
  }
}

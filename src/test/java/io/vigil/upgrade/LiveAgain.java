package io.vigil.upgrade;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertFunction;
import io.vigil.alert.AlertSettings;
import io.vigil.alert.Answer;
import io.vigil.alert.Command;
import io.vigil.alert.Notice;
import io.vigil.alert.WatchInput;
import io.vigil.savepoint.SavedOperators;
import io.vigil.sensor.SampleBatch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/**
 * The alerts of a live job that goes on from a savepoint, under a clock that is moved by hand. The
 * operator is restored by itself, out of the savepoint of the whole job: it is the one that goes by
 * the wall clock.
 *
 * @param changes of alerts, in the order in which they are written
 * @param answers to commands
 */
record LiveAgain(List<Alert> changes, List<Answer> answers) {
  private static final int SAMPLES_A_SECOND = 50;
  private static final String SOMEBODY = "somebody else";

  /**
   * Lets time pass, with somebody heard every second who was not there before, so that it is not
   * everybody who is silent.
   *
   * @param begins when the job goes on, milliseconds since the epoch
   * @param seconds how long it is watched
   * @param again a command that is read once more, as after any restart
   */
  static LiveAgain from(SavedMoment saved, long begins, int seconds, Command again)
      throws Exception {
    OperatorState alerts = alerts(saved);
    try (var harness =
        new KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert>(
            new CoBroadcastWithKeyedOperator<>(
                new AlertFunction(AlertSettings.ofReplay().live()), List.of(AlertFunction.RULES)),
            WatchInput::participantId,
            null,
            Types.STRING,
            alerts.getMaxParallelism(),
            1,
            0)) {
      harness.setProcessingTime(begins);
      harness.initializeState(alerts.getState(0));
      harness.open();
      for (int second = 0; second < seconds; second++) {
        long now = begins + second * 1_000L;
        harness.setProcessingTime(now);
        harness.processElement1(new StreamRecord<>(WatchInput.samples(second(now * 1_000))));
        if (second == 1) {
          harness.processElement1(new StreamRecord<>(WatchInput.command(again)));
        }
      }
      var answers = harness.getSideOutput(AlertFunction.ANSWERS);
      return new LiveAgain(
          harness.extractOutputValues(),
          answers == null ? List.of() : answers.stream().map(StreamRecord::getValue).toList());
    }
  }

  List<Alert> changesOf(Alert alert) {
    return changes.stream().filter(change -> change.id().equals(alert.id())).toList();
  }

  private static OperatorState alerts(SavedMoment saved) throws IOException {
    return SavedOperators.in(saved.savepoint().toString()).getOperatorStates().stream()
        .filter(operator -> operator.getOperatorUid().equals(Optional.of("alerts")))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody stands. */
  private static SampleBatch second(long start) {
    long[] times = new long[SAMPLES_A_SECOND];
    short[] up = new short[SAMPLES_A_SECOND];
    for (int i = 0; i < SAMPLES_A_SECOND; i++) {
      times[i] = start + i * 1_000_000L / SAMPLES_A_SECOND;
      up[i] = (short) (SampleBatch.PER_G + i % 7);
    }
    short[] level = new short[SAMPLES_A_SECOND];
    return new SampleBatch(SOMEBODY, times, level, up, level, "");
  }
}

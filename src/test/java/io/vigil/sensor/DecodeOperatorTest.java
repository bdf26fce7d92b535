package io.vigil.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DecodeOperatorTest {

  @Test
  void splitsSamplesFromDeadLetters() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(new StreamRecord<>(Messages.uci(1, "1,1,2,3,1\n?\n3,1,9999,3,1\n")));
      assertThat(harness.extractOutputValues())
          .extracting(SampleBatch::isLeftOut, SampleBatch::size)
          .containsExactly(tuple(false, 1), tuple(true, 1));
      assertThat(harness.getSideOutput(DecodeOperator.DEAD_LETTERS))
          .extracting(record -> record.getValue().position())
          .containsExactly(2L, 3L);
      assertThat(harness.getSideOutput(DecodeOperator.READ)).isNull();
    }
  }

  /** Seen red with: a snapshot that writes no count. */
  @Test
  void countsOnAcrossARestore() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = harness()) {
      harness.open();
      harness.processElement(new StreamRecord<>(Messages.uci(1, "1,1,2,3,1\n?\n")));
      snapshot = harness.snapshot(1, 1);
      harness.processElement(new StreamRecord<>(Messages.uci(3, "lost,with,the,failure,1\n")));
    }
    try (var harness = harness()) {
      harness.initializeState(snapshot);
      harness.open();
      harness.processElement(new StreamRecord<>(Messages.json(Messages.BATCH)));
      harness.endInput();
      assertThat(harness.getSideOutput(DecodeOperator.READ))
          .extracting(StreamRecord::getValue)
          .containsExactly(new ReadTally(0, 5));
    }
  }

  private static OneInputStreamOperatorTestHarness<RawMessage, SampleBatch> harness()
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new DecodeOperator(
            DecoderSettings.DEFAULT, DeviceProfiles.DEFAULT, Pseudonyms.NONE, Messages.CLOCK));
  }
}

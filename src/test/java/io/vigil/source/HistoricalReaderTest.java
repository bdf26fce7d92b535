package io.vigil.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoricalReaderTest {
  @TempDir Path folder;

  /**
   * Stopped behind any number of messages and restored from its snapshot, a reader gives every line
   * once. Seen red with: a snapshot that forgets the lines read, and one that forgets the header.
   */
  @Test
  void givesEveryLineOnceAcrossARestore() throws Exception {
    byte[] packed = HistoricalFiles.packed(csv("p3", 300));
    Path broken = Files.write(folder.resolve("c.csv.gz"), Arrays.copyOf(packed, packed.length / 2));
    List<String> files = new ArrayList<>();
    for (Path file :
        List.of(
            HistoricalFiles.write(folder, "a.csv", csv("p1", 130)),
            broken,
            HistoricalFiles.write(folder, "b.csv", "\n\r\n" + csv("p2", 64)))) {
      files.add(file.toString());
    }
    HistoricalSplit split = HistoricalSplit.unread(MessageFormat.CSV, files);
    List<String> expected = readAll(split, Integer.MAX_VALUE);
    assertThat(expected).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    for (int stop = 0; stop < 14; stop++) {
      assertThat(readAll(split, stop)).as("stopped after %d polls", stop).isEqualTo(expected);
    }
  }

  @Test
  void asksForASplitAndWaits() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (HistoricalReader reader = new HistoricalReader(requests::incrementAndGet)) {
      reader.start();
      assertThat(requests).hasValue(1);
      assertThat(reader.pollNext(new CollectedOutput())).isEqualTo(InputStatus.NOTHING_AVAILABLE);
      var available = reader.isAvailable();
      assertThat(available).isNotDone();
      reader.notifyNoMoreSplits();
      assertThat(available).isDone();
      assertThat(reader.pollNext(new CollectedOutput())).isEqualTo(InputStatus.END_OF_INPUT);
    }
  }

  @Test
  void keepsASplitInASnapshotAsItIs() throws IOException {
    HistoricalSplit split =
        new HistoricalSplit(
            "a", MessageFormat.CSV, List.of("a", "ü/b.gz"), 1, 64, "h".repeat(70_000));
    HistoricalSplitSerializer splits = new HistoricalSplitSerializer();
    assertThat(splits.deserialize(1, splits.serialize(split))).isEqualTo(split);
    HistoricalEnumeratorStateSerializer states = new HistoricalEnumeratorStateSerializer();
    HistoricalEnumeratorState state = new HistoricalEnumeratorState(List.of(split, split));
    assertThat(states.deserialize(1, states.serialize(state))).isEqualTo(state);
  }

  private static List<String> readAll(HistoricalSplit split, int stop) throws Exception {
    CollectedOutput output = new CollectedOutput();
    List<HistoricalSplit> snapshot;
    try (SourceReader<RawMessage, HistoricalSplit> first = reader(List.of(split))) {
      InputStatus status = InputStatus.MORE_AVAILABLE;
      for (int i = 0; i < stop && status != InputStatus.END_OF_INPUT; i++) {
        status = first.pollNext(output);
      }
      snapshot = first.snapshotState(1);
    }
    try (SourceReader<RawMessage, HistoricalSplit> second = reader(snapshot)) {
      while (second.pollNext(output) != InputStatus.END_OF_INPUT) {}
    }
    List<String> lines = new ArrayList<>();
    for (RawMessage message : output.messages()) {
      boolean broken = message.format() == MessageFormat.BROKEN_OFF;
      lines.addAll(broken ? List.of(message.key()) : HistoricalFiles.lines(message));
      assertThat(broken || message.key().equals(HistoricalFiles.HEADER)).isTrue();
    }
    return lines;
  }

  private static HistoricalReader reader(List<HistoricalSplit> splits) {
    HistoricalReader reader = new HistoricalReader(() -> {});
    reader.addSplits(splits);
    reader.notifyNoMoreSplits();
    return reader;
  }

  private static String csv(String participant, int rows) {
    StringBuilder text = new StringBuilder(HistoricalFiles.HEADER).append('\n');
    for (int i = 0; i < rows; i++) {
      text.append(participant).append(',').append(1_767_225_600_000L + i * 20L).append(",0,1,0\n");
    }
    return text.toString();
  }
}

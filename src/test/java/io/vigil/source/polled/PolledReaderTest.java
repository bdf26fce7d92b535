package io.vigil.source.polled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vigil.Await;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.source.CollectedOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class PolledReaderTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final PolledReader.Pace OFTEN =
      new PolledReader.Pace(Duration.ofMillis(20), Duration.ofMillis(20));

  private final Counter failures = new SimpleCounter();
  private final Shelf shelf = new Shelf();

  /** Seen red with: a split that does not go on behind its page. */
  @Test
  void restoredReaderReadsOnlyWhatIsNew() throws Exception {
    shelf.put("a", "b", "c");
    PolledReader<RawMessage> first = reader(PolledSplit.beginningOf("shelf"));
    CollectedOutput read = new CollectedOutput();
    readAll(first, read);
    PolledSplitSerializer bytes = new PolledSplitSerializer();
    PolledSplit kept =
        bytes.deserialize(bytes.getVersion(), bytes.serialize(first.snapshotState(1).get(0)));

    shelf.put("d");
    PolledReader<RawMessage> second = reader(kept);
    readAll(second, read);
    assertThat(texts(read)).containsExactly("a", "b", "c", "d");
    assertThat(kept).isEqualTo(new PolledSplit("shelf", "3", 3));

    shelf.put("e");
    assertThat(second.isAvailable()).succeedsWithin(PATIENCE);
    readAll(second, read);
    assertThat(texts(read)).containsExactly("a", "b", "c", "d", "e");
  }

  /** Seen red with: a fault that ends the job; a fault that is not counted. */
  @Test
  void whatDoesNotAnswerIsAskedAgainAndCounted() {
    shelf.put("a");
    shelf.faults = 2;
    PolledReader<RawMessage> reader = reader(PolledSplit.beginningOf("shelf"));
    CollectedOutput read = new CollectedOutput();
    Await.until(
        "the shelf answers",
        PATIENCE,
        () -> {
          reader.pollNext(read);
          return read.messages().size() == 1;
        });
    assertThat(failures.getCount()).isEqualTo(2);
  }

  @Test
  void checkpointOfAnotherVersionIsRefused() {
    assertThat(catchThrowable(() -> new PolledSplitSerializer().deserialize(7, new byte[0])))
        .hasMessageContaining("version 7, expected 1");
  }

  private static void readAll(PolledReader<RawMessage> reader, CollectedOutput output) {
    InputStatus status = InputStatus.MORE_AVAILABLE;
    while (status == InputStatus.MORE_AVAILABLE) {
      status = reader.pollNext(output);
    }
    assertThat(status).isEqualTo(InputStatus.NOTHING_AVAILABLE);
  }

  private PolledReader<RawMessage> reader(PolledSplit split) {
    PolledReader<RawMessage> reader = new PolledReader<>(shelf, OFTEN, false, failures);
    reader.addSplits(List.of(split));
    return reader;
  }

  private static List<String> texts(CollectedOutput read) {
    return read.messages().stream()
        .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  /** Two at a time; the continuation is how many were taken. */
  private static final class Shelf implements Pages<RawMessage> {
    private final List<RawMessage> all = new ArrayList<>();
    private int faults;

    void put(String... texts) {
      for (String text : texts) {
        all.add(
            new RawMessage(
                MessageFormat.JSON, "", "shelf", 0, text.getBytes(StandardCharsets.UTF_8)));
      }
    }

    @Override
    public Page<RawMessage> after(PolledSplit position) throws IOException {
      if (faults > 0) {
        faults--;
        throw new IOException("The shelf is away");
      }
      int from = position.continuation().isEmpty() ? 0 : Integer.parseInt(position.continuation());
      int to = Math.min(from + 2, all.size());
      return new Page<>(List.copyOf(all.subList(from, to)), Integer.toString(to), to < all.size());
    }
  }
}

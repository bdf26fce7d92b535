package io.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.sensor.RawMessage;
import io.vigil.source.CollectedOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesSourceTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration OFTEN = Duration.ofMillis(20);

  @TempDir Path folder;

  @Test
  void boundedSourceEndsWithWhatIsThere() throws Exception {
    write(0, 250);
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
    List<RawMessage> read = new ArrayList<>();
    try (CloseableIterator<RawMessage> messages =
        environment
            .fromSource(source().toTheEnd(), WatermarkStrategy.noWatermarks(), "changes")
            .setParallelism(1)
            .executeAndCollect()) {
      messages.forEachRemaining(read::add);
    }
    assertThat(read).extracting(ChangesSourceTest::text).isEqualTo(bodies(0, 250));
    assertThat(read).extracting(RawMessage::position).startsWith(0L, 1L, 2L).endsWith(249L);
    assertThat(read).extracting(RawMessage::source).containsOnly("store/commands");
  }

  /** Seen red with: a split that does not go on behind its page. */
  @Test
  void restoredReaderReadsOnlyWhatIsNew() throws Exception {
    write(0, 3);
    ChangesReader first = reader(ChangesSplit.beginningOf(Container.COMMANDS));
    CollectedOutput read = new CollectedOutput();
    assertThat(first.pollNext(read)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    ChangesSplitSerializer bytes = new ChangesSplitSerializer();
    ChangesSplit kept =
        bytes.deserialize(bytes.getVersion(), bytes.serialize(first.snapshotState(1).get(0)));
    first.close();

    write(3, 5);
    ChangesReader second = reader(kept);
    second.pollNext(read);
    assertThat(texts(read)).isEqualTo(bodies(0, 5));
    assertThat(read.messages())
        .extracting(RawMessage::position)
        .containsExactly(0L, 1L, 2L, 3L, 4L);

    write(5, 6);
    assertThat(second.isAvailable()).succeedsWithin(PATIENCE);
    second.pollNext(read);
    assertThat(texts(read)).isEqualTo(bodies(0, 6));
    second.close();
  }

  /** Seen red with: a store's fault that ends the job. */
  @Test
  void storeThatDoesNotAnswerIsAskedAgain() throws Exception {
    ConcurrentLinkedQueue<String> tried = new ConcurrentLinkedQueue<>();
    ChangesReader reader =
        new ChangesReader(
            () -> {
              tried.add("tried");
              if (tried.size() < 3) {
                throw new StoreException("The store is away", new IOException("away"));
              }
              return SqliteStore.open(file());
            },
            OFTEN,
            false,
            OFTEN);
    write(0, 2);
    reader.addSplits(List.of(ChangesSplit.beginningOf(Container.COMMANDS)));
    CollectedOutput read = new CollectedOutput();
    Await.until(
        "the store answers",
        PATIENCE,
        () -> {
          reader.pollNext(read);
          return read.messages().size() == 2;
        });
    assertThat(tried).hasSize(3);
    reader.close();
  }

  @Test
  void checkpointOfAnotherVersionIsRefused() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> new ChangesSplitSerializer().deserialize(7, new byte[0])))
        .hasMessageContaining("version 7, expected 1");
  }

  private ChangesReader reader(ChangesSplit split) {
    ChangesReader reader = new ChangesReader(new SqliteFile(file()), OFTEN, false);
    reader.addSplits(List.of(split));
    return reader;
  }

  private ChangesSource source() {
    return ChangesSource.of(new SqliteFile(file()), Container.COMMANDS, OFTEN);
  }

  private void write(int from, int to) {
    try (SqliteStore store = SqliteStore.open(file())) {
      for (int i = from; i < to; i++) {
        store.upsert(
            List.of(new Document(Container.COMMANDS, "c" + i, "p", "", 1000 - i, body(i))));
      }
    }
  }

  private static List<String> bodies(int from, int to) {
    List<String> bodies = new ArrayList<>();
    for (int i = from; i < to; i++) {
      bodies.add(body(i));
    }
    return bodies;
  }

  private static String body(int number) {
    return "{\"id\":\"c" + number + "\"}";
  }

  private static String text(RawMessage message) {
    return new String(message.payload(), StandardCharsets.UTF_8);
  }

  private Path file() {
    return folder.resolve("vigil.db");
  }

  private static List<String> texts(CollectedOutput read) {
    return read.messages().stream().map(ChangesSourceTest::text).toList();
  }
}

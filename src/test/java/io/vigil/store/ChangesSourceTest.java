package io.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.sensor.RawMessage;
import io.vigil.source.polled.Pages.Page;
import io.vigil.source.polled.PolledSource;
import io.vigil.source.polled.PolledSplit;
import io.vigil.store.DocumentSink.StoreFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesSourceTest {
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

  @Test
  void pagesGoOnBehindEachOther() throws Exception {
    write(0, 3);
    List<RawMessage> read = new ArrayList<>();
    PolledSplit behind;
    try (ChangePages pages = pages(new SqliteFile(file()))) {
      Page<RawMessage> page = pages.after(new PolledSplit("COMMANDS", "", 0));
      read.addAll(page.values());
      behind = new PolledSplit("COMMANDS", page.continuation(), page.values().size());
    }
    write(3, 5);
    try (ChangePages pages = pages(new SqliteFile(file()))) {
      read.addAll(pages.after(behind).values());
    }
    assertThat(read).extracting(ChangesSourceTest::text).isEqualTo(bodies(0, 5));
    assertThat(read).extracting(RawMessage::position).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void aStoreThatDoesNotAnswerCanBeAskedAgain() throws Exception {
    write(0, 2);
    List<String> tried = new ArrayList<>();
    try (ChangePages pages =
        pages(
            () -> {
              tried.add("tried");
              if (tried.size() < 2) {
                throw new StoreException("The store is away", new IOException("away"));
              }
              return SqliteStore.open(file());
            })) {
      PolledSplit beginning = new PolledSplit("COMMANDS", "", 0);
      assertThatThrownBy(() -> pages.after(beginning))
          .isInstanceOf(IOException.class)
          .hasMessage("The store is away");
      assertThat(pages.after(beginning).values()).hasSize(2);
    }
  }

  private static ChangePages pages(StoreFactory stores) {
    return new ChangePages(stores, Container.COMMANDS);
  }

  private PolledSource<RawMessage> source() {
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
}

package io.vigil.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.publish.FileDispatch.Manner;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended, by whatever, is gone on with by the next. */
class FileDispatchTest {
  private static final DecoderSettings SETTINGS = DecoderSettings.DEFAULT;
  private static final Manner FAST = Sendings.fast(MessageForm.JSON);
  private static final Manner AGAIN = new Manner(MessageForm.JSON, Pace.unlimited(), true);

  /** More than two stretches. */
  private static final int SECONDS = 2_500;

  @TempDir Path folder;
  private Path first;
  private FilePlan plan;
  private List<String> all;

  @BeforeEach
  void write() throws IOException {
    first = Files.writeString(folder.resolve("1.csv"), rows(1));
    Path second = Files.writeString(folder.resolve("2.csv"), rows(2));
    plan = FilePlan.of(MessageFormat.UCI287, List.of(first, second), SETTINGS);
    RecordingPublisher hub = new RecordingPublisher();
    send(FAST, hub, Files.createDirectory(folder.resolve("undisturbed")));
    all = texts(hub.messages());
  }

  private static String rows(int person) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 52 * SECONDS; i++) {
      text.append(i).append(',').append((i * person) % 4096).append(",2,3,1\n");
    }
    return text.toString();
  }

  /**
   * Seen red with: a bookmark that counts what was handed over instead of what was flushed; a
   * bookmark written before the flush.
   */
  @Test
  void nothingIsMissingAfterCrashesAndOnlyTheLastStretchComesTwice() throws IOException {
    long seed = System.nanoTime();
    System.out.println("FileDispatchTest: crashes by seed " + seed);
    Random random = new Random(seed);
    List<String> there = new ArrayList<>();
    int runs = 0;
    boolean complete = false;
    while (!complete) {
      RecordingPublisher hub = new RecordingPublisher();
      boolean unharmed = ++runs > 20;
      int lives = unharmed ? Integer.MAX_VALUE : 1 + random.nextInt(4_000);
      int flushes = unharmed ? Integer.MAX_VALUE : 1 + random.nextInt(3);
      try {
        complete = send(FAST, crashing(hub, lives, flushes), folder).complete();
        there.addAll(texts(hub.messages()));
      } catch (Crash crash) {
        // Of what was not flushed some is in the hub, and the rest is lost with the process.
        int most = hub.messages().size();
        int least = hub.flushed().size();
        there.addAll(texts(hub.messages()).subList(0, least + random.nextInt(most - least + 1)));
      }
    }
    assertThat(runs).isGreaterThan(1);
    assertThat(new HashSet<>(there)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(there.size() - all.size()).isLessThanOrEqualTo((runs - 1) * 2_000);
  }

  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** As when the process is gone: nobody hears of it in good order. */
  private static Publisher crashing(RecordingPublisher hub, int lives, int flushes) {
    return new Publisher() {
      private int flushed;

      @Override
      public void send(String participantId, byte[] payload) {
        if (hub.messages().size() == lives) {
          throw new Crash();
        }
        hub.send(participantId, payload);
      }

      @Override
      public void flush() {
        if (++flushed == flushes) {
          throw new Crash();
        }
        hub.flush();
      }

      @Override
      public void close() {
        hub.close();
      }
    };
  }

  /** Seen red with: a stop that leaves without a flush. */
  @Test
  void aStopLeavesNothingToBeSentTwice() throws IOException {
    RecordingPublisher before = new RecordingPublisher();
    VirtualTime stopping = new VirtualTime(() -> before.messages().size() == 2_345);
    Sent stopped = new Sendings().send(plan, SETTINGS, FAST, before, folder, stopping);
    assertThat(stopped.complete()).isFalse();
    assertThat(before.flushed()).hasSize(2_345);

    RecordingPublisher behind = new RecordingPublisher();
    Sendings said = new Sendings();
    Sent rest = said.send(plan, SETTINGS, FAST, behind, folder);
    assertThat(rest.complete()).isTrue();
    assertThat(rest.alreadySent()).isEqualTo(2_345);
    assertThat(said.notices).singleElement().asString().contains("2,345 messages were sent before");
    assertThat(said.rows).isEqualTo(plan.rows());
    assertThat(Stream.of(before, behind).flatMap(hub -> texts(hub.messages()).stream()))
        .containsExactlyElementsOf(all);
  }

  @Test
  void aHubThatFailsIsToldAndGoneOnWith() throws IOException {
    RecordingPublisher full = new RecordingPublisher().failingAfter(3_000);
    assertThatThrownBy(() -> send(FAST, full, folder))
        .isInstanceOf(PublishFailed.class)
        .hasMessage(
            "The hub is full; 2,000 messages are surely in"
                + " vigil-ns.servicebus.windows.net/sensors (kafka), the same command goes on"
                + " behind them");
    assertThat(full.isClosed()).isTrue();
    RecordingPublisher hub = new RecordingPublisher();
    assertThat(send(FAST, hub, folder).alreadySent()).isEqualTo(2_000);
    assertThat(texts(hub.messages())).isEqualTo(all.subList(2_000, all.size()));
  }

  @Test
  void whatIsSentIsNotSentOnceMoreUnlessAskedFor() throws IOException {
    send(FAST, new RecordingPublisher(), folder);
    Sendings said = new Sendings();
    RecordingPublisher hub = new RecordingPublisher();
    Sent none = said.send(plan, SETTINGS, FAST, hub, folder);
    assertThat(none.messages()).isZero();
    assertThat(none.alreadySent()).isEqualTo(all.size());
    assertThat(hub.messages()).isEmpty();
    assertThat(said.notices)
        .singleElement()
        .asString()
        .contains("all 5,000 messages", "in vigil-ns", "already", "--again");

    assertThat(send(AGAIN, hub, folder).messages()).isEqualTo(all.size());
  }

  @Test
  void aFileThatHasChangedIsNotGoneOnWith() throws IOException {
    assertThatThrownBy(() -> send(FAST, new RecordingPublisher().failingAfter(3_000), folder))
        .isInstanceOf(PublishFailed.class);
    Files.writeString(first, "0" + Files.readString(first).substring(1).replaceFirst("1", "3"));
    assertThatThrownBy(() -> send(FAST, new RecordingPublisher(), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("1.csv has changed", "begins with other bytes", "--again");
    Files.writeString(first, rows(1) + "0,1,2,3,1\n");
    assertThatThrownBy(() -> send(FAST, new RecordingPublisher(), folder))
        .hasMessageContainingAll("1.csv has changed", "bytes, now it has");
    RecordingPublisher hub = new RecordingPublisher();
    assertThat(send(AGAIN, hub, folder).complete()).isTrue();
  }

  @Test
  void aBookmarkThatIsNoneIsToldOf() throws IOException {
    send(FAST, new RecordingPublisher(), folder);
    try (Stream<Path> files = Files.list(folder)) {
      Path bookmark = files.filter(f -> f.toString().endsWith(".json")).findFirst().orElseThrow();
      Files.writeString(bookmark, "{\"messages\":");
    }
    assertThatThrownBy(() -> send(FAST, new RecordingPublisher(), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("replay-", ".json", "cannot be understood", "--again");
  }

  @Test
  void anotherWayOfReadingIsAnotherOrder() throws IOException {
    send(FAST, new RecordingPublisher(), folder);
    RecordingPublisher hub = new RecordingPublisher();
    DecoderSettings slower = SETTINGS.withUci287Rate(26);
    assertThat(new Sendings().send(plan, slower, FAST, hub, folder).messages())
        .isEqualTo(2L * all.size());
  }

  private Sent send(Manner manner, Publisher hub, Path bookmarks) throws IOException {
    return new Sendings().send(plan, SETTINGS, manner, hub, bookmarks);
  }

  private static List<String> texts(List<RecordingPublisher.Message> messages) {
    return messages.stream()
        .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
        .toList();
  }
}

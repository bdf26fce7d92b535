package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.publish.PublisherFactory;
import io.vigil.publish.RecordingPublisher;
import io.vigil.settings.Secret;
import io.vigil.settings.Settings;
import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code vigil replay --to}, with a hub in memory. */
class HubReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path recording;
  private Path settings;

  @BeforeEach
  void write() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 52 * 20; i++) {
      rows.append(i).append(i == 60 ? ",lost,2,3,1\n" : ",1,2,3,1\n");
    }
    recording = Files.writeString(folder.resolve("7.csv"), rows);
    settings =
        Files.writeString(
            folder.resolve("vigil.yaml"),
            "store:%n  path: %s%n"
                .formatted(JSON.writeValueAsString(folder.resolve("kept/vigil.db").toString())));
  }

  @Test
  void saysInJsonWhatWasSentAndOnStandardErrorWhatWasNot() throws IOException {
    RecordingPublisher hub = new RecordingPublisher();
    CommandRun run = replay(hub, "--json", "--message", "avro");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode summary = run.json();
    long bytes = hub.messages().stream().mapToLong(message -> message.payload().length).sum();
    assertThat(summary.get("messages").asLong()).isEqualTo(hub.messages().size()).isEqualTo(20);
    assertThat(summary.get("bytes").asLong()).isEqualTo(bytes).isLessThan(20 * 500);
    assertThat(summary.get("samples").asLong()).isEqualTo(52 * 20 - 1);
    assertThat(summary.get("refused").asLong()).isEqualTo(1);
    assertThat(summary.get("complete").asBoolean()).isTrue();
    assertThat(summary.fieldNames())
        .toIterable()
        .contains("alreadySent", "seconds", "speed", "messagesPerSecond", "bytesPerSecond");
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("7.csv line 61: x is 'lost', expected a number; left out");
    assertThat(hub.messages())
        .allSatisfy(message -> assertThat(message.participantId()).isEqualTo("7"));
    assertThat(hub.isClosed()).isTrue();
  }

  @Test
  void saysInWordsToo() {
    assertThat(replay(new RecordingPublisher()).out())
        .contains("20 messages", "1,039 samples", "ns/sensors", "refused   1 samples");
  }

  @Test
  void goesOnWhereAFailureEndedIt() throws IOException {
    CommandRun failed = replay(new RecordingPublisher().failingAfter(5), "--json");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).startsWith("vigil: The hub is full; 0 messages are surely in");
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      assertThat(files).singleElement().asString().endsWith(".json");
    }
    RecordingPublisher hub = new RecordingPublisher();
    assertThat(replay(hub).exitCode()).isZero();
    assertThat(hub.messages()).hasSize(20);

    CommandRun none = replay(new RecordingPublisher(), "--json");
    assertThat(none.exitCode()).isZero();
    assertThat(none.err()).contains("vigil: all 20 messages of these files are in", "--again");
    assertThat(none.json().get("alreadySent").asLong()).isEqualTo(20);
    assertThat(replay(new RecordingPublisher(), "--json", "--again").json().get("messages").asInt())
        .isEqualTo(20);
  }

  @Test
  void paceIsKept() {
    JsonNode summary = replay(new RecordingPublisher(), "--json", "--speed", "20").json();
    assertThat(summary.get("speed").asDouble()).isPositive().isLessThanOrEqualTo(20);
    assertThat(summary.get("seconds").asDouble()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void filesOfWhichNothingCouldBeSentAreAFailure() throws IOException {
    Files.writeString(recording, "a,b\n");
    CommandRun run = replay(new RecordingPublisher());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("none of the 1 samples read could be sent");
  }

  private CommandRun replay(RecordingPublisher hub, String... more) {
    CommandLine cli = Vigil.commandLine();
    ReplayCommand replay = cli.getSubcommands().get("replay").getCommand();
    replay.access = new Access(hub);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Object[] arguments =
        Arguments.of(
            more,
            "--config",
            settings,
            "replay",
            "--to",
            "sensors",
            "--format",
            "uci287",
            recording);
    int exitCode =
        cli.setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  private record Access(RecordingPublisher hub) implements HubAccess {
    @Override
    public HubProtocol protocol(Settings settings) {
      return HubProtocol.KAFKA;
    }

    @Override
    public HubAddress address(Settings settings, String name) {
      return new HubAddress("ns", name, "", Secret.NONE);
    }

    @Override
    public PublisherFactory publishers() {
      return (protocol, address) -> hub;
    }
  }
}

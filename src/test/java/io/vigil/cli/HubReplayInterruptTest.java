package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to stop, as by Ctrl-C, leaves a bookmark that is exactly right. */
class HubReplayInterruptTest {
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  /** Seen red with: no hook at the end of the process. */
  @Test
  void nothingIsSentTwiceAndNothingIsLeftOut() throws Exception {
    Path recording = folder.resolve("1.csv");
    Files.writeString(recording, "0,1,2,3,1\n".repeat(52 * 200));
    Path hub = folder.resolve("hub");
    Process slow = replay(hub, recording, "1");
    try {
      while (!Files.exists(ReplayToFile.begun(hub))) {
        assertThat(slow.waitFor(20, TimeUnit.MILLISECONDS))
            .as("%s", Files.readString(log()))
            .isFalse();
      }
      slow.destroy();
      assertThat(slow.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      slow.destroyForcibly();
    }
    List<String> sent = Files.readAllLines(hub);
    assertThat(sent.size()).as("%s", Files.readString(log())).isBetween(1, 199);
    JsonNode bookmark = bookmark();
    assertThat(bookmark.get("messages").asInt()).isEqualTo(sent.size());
    assertThat(bookmark.get("complete").asBoolean()).isFalse();

    Process rest = replay(hub, recording, "100000");
    try {
      assertThat(rest.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      rest.destroyForcibly();
    }
    assertThat(rest.exitValue()).as("%s", Files.readString(log())).isZero();
    List<String> all = Files.readAllLines(hub);
    assertThat(all).hasSize(200);
    assertThat(new HashSet<>(all)).hasSize(200);
    assertThat(bookmark().get("complete").asBoolean()).isTrue();
  }

  private Process replay(Path hub, Path recording, String speed) throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("vigil.yaml"),
            "store:%n  path: '%s'%n".formatted(folder.resolve("kept/vigil.db")));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ReplayToFile.class.getName(),
            hub.toString(),
            "--config",
            settings.toString(),
            "replay",
            "--format",
            "uci287",
            "--to",
            "sensors",
            "--speed",
            speed,
            recording.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return folder.resolve("log");
  }

  private JsonNode bookmark() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      Path file = files.filter(f -> f.toString().endsWith(".json")).findFirst().orElseThrow();
      return new ObjectMapper().readTree(file.toFile());
    }
  }
}

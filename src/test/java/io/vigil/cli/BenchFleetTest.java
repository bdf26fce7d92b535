package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The load test with a handful of people, against a broker and a sender as processes. */
class BenchFleetTest {
  private static final long PATIENCE_SECONDS = 120;
  private static final int PEOPLE = 30;

  /** Ten seconds of everybody, but for the one that every second person joins later. */
  private static final int MESSAGES = PEOPLE * 10 - PEOPLE / 2;

  @TempDir Path folder;
  @TempDir Path temporary;

  @Test
  void saysWhatBecameOfAllThatWasSent() {
    CommandRun run =
        CommandRun.vigil("bench", "--people", PEOPLE, "--seconds", 6, "--warm-up", 4, "--json");
    JsonNode size = run.succeeded().json().path("sizes").path(0);

    assertThat(size.path("people").asInt()).isEqualTo(PEOPLE);
    assertThat(size.path("sent").path("messages").asInt()).isEqualTo(MESSAGES);
    assertThat(size.path("sent").path("lost").asInt()).isZero();
    JsonNode samples = size.path("samples");
    assertThat(samples.path("read").asInt()).isEqualTo(52 * MESSAGES);
    assertThat(samples.path("inWindows").asInt()).isBetween(1, 52 * MESSAGES);
    assertThat(samples.path("invalid").asInt()).isZero();
    assertThat(size.path("windows").asInt()).isGreaterThanOrEqualTo(PEOPLE);
    assertThat(size.path("times").path("windowFromDue").path("count").asInt()).isPositive();
    assertThat(size.path("speed").path("samplesPerCoreSecond").asInt()).isPositive();
    assertThat(size.path("speed").path("coresOfBroker").asDouble()).isPositive();
    assertThat(size.path("passThrough").path("samplesPerSecond").asInt()).isPositive();
    int state = size.path("state").path("bytesAPerson").asInt();
    assertThat(state).isPositive();
    assertThat(size.path("state").path("byOperator").path("participant-time").asInt())
        .isBetween(1, state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--people 0|--people is '0', expected numbers of 1 to 1000000 or max",
        "--people 10,many|--people is 'many'",
        "--seconds 0|--seconds is 0, expected 1 to 3600 seconds",
        "--warm-up 1|--warm-up is 1, expected 2 to 3600 seconds",
        "--state ssd|--state is 'ssd', expected heap or rocksdb",
        "--broker nowhere|--broker is 'nowhere', expected HOST:PORT",
        "--rounds 2|--rounds is for a run with files",
        "--unit g|--unit is for a run with files",
        "--people 10 some.csv|--people is for a run without files"
      })
  void wrongUsageIsToldBeforeAnythingIsStarted(String arguments, String said) {
    CommandRun run =
        CommandRun.vigil(
            Stream.concat(Stream.of("bench"), Stream.of(arguments.split(" "))).toArray());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(said);
  }

  @Test
  @DisabledIf("io.vigil.cli.InterruptTest#interruptsAreIgnored")
  void nothingIsLeftAfterAStop() throws Exception {
    Process process =
        VigilProcess.start(
            folder.resolve("bench.log"),
            Map.of(),
            List.of("-Djava.io.tmpdir=" + temporary),
            List.of("bench", "--people", "5", "--seconds", "3600"));
    List<ProcessHandle> parts = List.of();
    try {
      Await.until(
          "broker, sender and job run",
          Duration.ofSeconds(PATIENCE_SECONDS),
          () -> process.descendants().count() == 2 && left().size() >= 2);
      parts = process.descendants().toList();
      new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      List<ProcessHandle> started = parts;
      Await.until(
          "broker and sender are gone",
          Duration.ofSeconds(PATIENCE_SECONDS),
          () -> started.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      process.destroyForcibly();
      parts.forEach(ProcessHandle::destroyForcibly);
    }
    assertThat(left()).isEmpty();
  }

  private List<Path> left() {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("vigil-")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

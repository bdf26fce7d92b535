package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A command that is told to stop, stops, and leaves nothing behind. */
class InterruptTest {
  private static final long PATIENCE_SECONDS = 120;

  /** As a shell says that Ctrl-C ended a program. */
  private static final int ENDED_BY_INTERRUPT = 128 + 2;

  private static final Path OWN_STATUS = Path.of("/proc/self/status");

  @TempDir Path folder;
  @TempDir Path temporary;

  /** Seen red with: the hook that clears the scratch folder left out. */
  @Test
  @DisabledIf("interruptsAreIgnored")
  void scratchIsGoneAfterAStop() throws Exception {
    Recordings recordings = Recordings.into(folder);
    recordings.train().succeeded();
    Process process = demo(recordings);
    try {
      while (scratch().isEmpty()) {
        assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
            .as("the demo ended: %s", Files.readString(log()))
            .isFalse();
      }
      interrupt(process);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(ENDED_BY_INTERRUPT);
    assertThat(scratch()).isEmpty();
  }

  /** Whoever starts the tests in a shell's background may have that said for all they start. */
  static boolean interruptsAreIgnored() throws IOException {
    if (!Files.exists(OWN_STATUS)) {
      return false;
    }
    String ignored =
        Files.readAllLines(OWN_STATUS).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn: 0");
    return (Long.parseUnsignedLong(ignored.replaceFirst("SigIgn:\\s*", ""), 16) & 2) != 0;
  }

  /** As Ctrl-C does. */
  private static void interrupt(Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor()).isZero();
  }

  /** A command that goes on for an hour. */
  private Process demo(Recordings recordings) throws IOException {
    return VigilProcess.start(
        log(),
        Map.of(),
        List.of("-Djava.io.tmpdir=" + temporary),
        List.of(
            "demo",
            "--seconds",
            "3600",
            "--registry",
            recordings.registry().toString(),
            "--store",
            folder.resolve("demo.db").toString()));
  }

  private Path log() {
    return folder.resolve("demo.log");
  }

  private List<Path> scratch() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("vigil-job")).toList();
    }
  }
}

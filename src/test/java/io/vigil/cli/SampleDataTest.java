package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample data is what the command in its read-me makes. */
class SampleDataTest {
  private static final Path SAMPLE_DATA =
      Path.of(System.getProperty("vigil.home", "."), "sample-data");

  @TempDir Path made;

  /** Seen red with: another seed in the read-me. */
  @Test
  void isMadeByTheCommandInItsReadMe() throws IOException {
    String command =
        Files.readAllLines(SAMPLE_DATA.resolve("README.md")).stream()
            .filter(line -> line.startsWith("./vigil generate "))
            .findFirst()
            .orElseThrow();
    String arguments = command.replace("./vigil ", "").replace("sample-data", made.toString());
    CommandRun.vigil((Object[]) arguments.split(" ")).succeeded();

    // Another JDK may compress otherwise, so the content is what must be equal.
    assertThat(gunzip(made).equals(gunzip(SAMPLE_DATA)))
        .as("sample-data/workday.jsonl.gz is stale; run: %s", command)
        .isTrue();
    assertThat(made.resolve("truth.json"))
        .hasSameTextualContentAs(SAMPLE_DATA.resolve("truth.json"));
    assertThat(SAMPLE_DATA.resolve("workday.jsonl.gz").toFile().length()).isLessThan(4 << 20);
  }

  private static String gunzip(Path directory) throws IOException {
    Path file = directory.resolve("workday.jsonl.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}

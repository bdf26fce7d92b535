package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
  private static final String[] SHORT = {"--people", "2", "--hours", "1", "--compress", "12"};

  @TempDir Path directory;

  @Test
  void writesBatchesInTheContractsForm() throws IOException {
    generate();
    List<String> lines = gunzip("workday.jsonl.gz");
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.fieldNames())
        .toIterable()
        .startsWith(
            "participantId", "deviceId", "sequence", "start", "rateHz", "unit", "x", "y", "z");
    assertThat(first.get("unit").asText()).isEqualTo("raw");
    assertThat(first.get("rateHz").asInt()).isEqualTo(52);
    assertThat(first.get("x")).hasSize(52);
    JsonNode sent = truth().at("/batches/sent");
    assertThat(lines).hasSize(sent.asInt());
  }

  @Test
  void writesSamplesUnderAHeader() throws IOException {
    generate("--format", "csv");
    List<String> lines = gunzip("workday.csv.gz");
    assertThat(lines.get(0)).isEqualTo("participantId,timestamp,x,y,z,activity");
    assertThat(lines).hasSize(1 + truth().at("/samples/sent").asInt());
    assertThat(lines.get(1)).matches("p\\d,2026-01-05T09:00:0\\S+Z,\\d+,\\d+,\\d+,");
  }

  @Test
  void writesRecordingsOfEachPerson() throws IOException {
    generate("--format", "uci287");
    for (String name : List.of("1.csv", "2.csv")) {
      List<String> lines = Files.readAllLines(directory.resolve(name));
      assertThat(lines).hasSize(300 * 52).allMatch(l -> l.matches("\\d+,\\d+,\\d+,\\d+,[0-7]"));
    }
  }

  @Test
  void sameOptionsGiveTheSameBytes() throws IOException {
    generate();
    byte[] once = Files.readAllBytes(directory.resolve("workday.jsonl.gz"));
    generate();
    assertThat(Files.readAllBytes(directory.resolve("workday.jsonl.gz"))).isEqualTo(once);
  }

  @Test
  void summaryForMachinesIsOneObject() throws IOException {
    JsonNode summary = new ObjectMapper().readTree(generate("--json"));
    assertThat(summary.at("/samples/recorded").asInt()).isEqualTo(2 * 300 * 52);
    assertThat(summary.get("falls").asInt()).isEqualTo(2);
  }

  @Test
  void wrongUsageIsExitCodeTwo() {
    assertThat(vigil("generate", "--out", directory, "--people", 0).exitCode()).isEqualTo(2);
    assertThat(vigil("generate", "--out", directory, "--start", "noon").exitCode()).isEqualTo(2);
    assertThat(vigil("generate").exitCode()).isEqualTo(2);
  }

  private String generate(String... more) {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new GenerateCommand()).setOut(new PrintWriter(out));
    String[] arguments =
        Stream.of(Stream.of("--out", directory.toString()), Stream.of(SHORT), Stream.of(more))
            .flatMap(s -> s)
            .toArray(String[]::new);
    assertThat(command.execute(arguments)).isZero();
    return out.toString();
  }

  private JsonNode truth() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("truth.json").toFile());
  }

  private List<String> gunzip(String name) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(directory.resolve(name))),
                StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}

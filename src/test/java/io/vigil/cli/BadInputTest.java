package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are not as they should be: what can be used is used, what cannot is said with its
 * place, and the exit code tells a machine.
 *
 * <p>Seen red with: dead letters not told on standard error; rows that are all refused taken for
 * success.
 */
class BadInputTest {
  private static final int ROWS = 1500;

  @TempDir static Path folder;
  private static Recordings recordings;
  private static List<String> rows;

  @BeforeAll
  static void recordAndTrain() throws IOException {
    recordings = Recordings.into(folder);
    recordings.train().succeeded();
    rows = Files.readAllLines(recordings.labelled("1")).subList(0, ROWS);
  }

  /**
   * A file, and what is said of it.
   *
   * @param exitCode expected
   * @param says parts of the first line of standard error
   */
  private record Case(String file, byte[] content, int exitCode, List<String> says) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Case> labelledFiles() {
    return Stream.of(
        row("columns.csv", 100, "5,2000,1900", "columns.csv line 100", "3 columns", "expected 5"),
        row("text.csv", 200, "5,abc,1900,2000,1", "text.csv line 200", "'abc'", "a number"),
        row("nan.csv", 300, "5,NaN,1900,2000,1", "nan.csv line 300", "NaN", "finite"),
        row("range.csv", 400, "5,9999,1900,2000,1", "line 400", "9999", "0.0 to 4095.0"),
        row("unlabelled.csv", 500, "5,2000,1900,2000,", "line 500", "label is missing"),
        row("label.csv", 600, "5,2000,1900,2000,9", "line 600", "'9'", "1 to 7"),
        row("header.csv", 1, "sequence,x,y,z,label", "line 1", "header", "without one"),
        bytes("midline.csv", lines(rows, row -> row.substring(0, 3), ROWS), 0, "line 1500"),
        bytes("binary.csv", binary(), 1, "binary.csv line 1"),
        bytes("empty.csv", new byte[0], 1, "empty.csv", "is empty", "expected rows"),
        bytes("blank.csv", "\n \n".getBytes(StandardCharsets.UTF_8), 1, "no rows"),
        bytes("plain.csv.gz", lines(rows, row -> row, 1), 1, "plain.csv.gz", "GZIP"),
        bytes("cut.csv.gz", cut(), 0, "cut.csv.gz line", "broke off", "lines before are used"));
  }

  @ParameterizedTest
  @MethodSource("labelledFiles")
  void replaySaysWhereAndWhatWasExpected(Case bad) throws IOException {
    Path file = Files.write(folder.resolve(bad.file), bad.content);
    Path out = folder.resolve("out-of-" + bad.file);

    CommandRun run =
        vigil(
            "replay",
            "--format",
            "uci287",
            "--registry",
            recordings.registry(),
            "--out",
            out,
            file);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(bad.exitCode);
    assertThat(run.err().lines().findFirst().orElseThrow())
        .startsWith("vigil: ")
        .contains(bad.says);
    assertThat(run.err()).doesNotContain("\tat ", "Exception");
    if (bad.exitCode == 0) {
      assertThat(run.out()).contains("1 dead letters");
      assertThat(Files.readAllLines(out.resolve("deadletters.jsonl"))).hasSize(1);
      assertThat(Files.size(out.resolve("activities.jsonl"))).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("labelledFiles")
  void evaluateSaysTheSame(Case bad) throws IOException {
    Path file = Files.write(folder.resolve(bad.file), bad.content);

    CommandRun run =
        vigil("evaluate", "--format", "uci287", "--registry", recordings.registry(), file);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(bad.exitCode);
    assertThat(run.err().lines().findFirst().orElseThrow()).contains(bad.says);
  }

  static Stream<Case> otherFiles() throws IOException {
    String header = "participantId,timestamp,x,y,z\n";
    String sample = "p1,2026-01-05T09:00:00Z,0.1,1.0,0.1\n";
    return Stream.of(
        text("headless.csv", sample + sample, "headless.csv, line 1", "participantId,timestamp"),
        text("narrow.csv", "participantId,timestamp,x,y\n", "narrow.csv"),
        text("unit.csv", header + sample.replace("1.0", "2048"), "line 2", "unit mistaken"),
        text("time.csv", header + sample.replace("2026", "20x6"), "line 2", "ISO-8601"),
        text("only.csv", header, "no rows"),
        text("words.jsonl", "not json\n", "words.jsonl line 1", "not parsable as JSON at byte"),
        text("list.jsonl", "[1,2]\n", "list.jsonl line 1", "expected a JSON object"));
  }

  @ParameterizedTest
  @MethodSource("otherFiles")
  void filesWithNothingToUseAreAFailure(Case bad) throws IOException {
    Path file = Files.write(folder.resolve(bad.file), bad.content);

    CommandRun run =
        vigil("replay", "--registry", recordings.registry(), "--out", folder.resolve("none"), file);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err().lines().findFirst().orElseThrow())
        .startsWith("vigil: ")
        .contains(bad.says);
  }

  private static Case row(String file, int line, String row, String... says) {
    return bytes(file, lines(rows, unused -> row, line), 0, says);
  }

  private static Case text(String file, String content, String... says) {
    return bytes(file, content.getBytes(StandardCharsets.UTF_8), 1, says);
  }

  private static Case bytes(String file, byte[] content, int exitCode, String... says) {
    return new Case(file, content, exitCode, List.of(says));
  }

  /** The rows with one of them changed; the last one without an end of line. */
  private static byte[] lines(List<String> rows, UnaryOperator<String> change, int line) {
    String[] changed = rows.toArray(String[]::new);
    changed[line - 1] = change.apply(changed[line - 1]);
    return String.join("\n", changed).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] binary() {
    byte[] bytes = new byte[20_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] cut() {
    byte[] packed = Packed.gzip(lines(rows, row -> row, 1));
    return Arrays.copyOf(packed, packed.length * 4 / 5);
  }
}

package io.vigil.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.JobRun;
import io.vigil.learn.Example;
import io.vigil.store.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * DuckDB reads what the job kept: as many windows of each activity as the job reported, and the
 * samples that were sent. The questions are those of docs/lake.md.
 *
 * <p>Seen red with: names of folders written as in a URL.
 */
class DuckDbReadsLakeTest {
  private static final Path DOCS =
      Path.of(System.getProperty("vigil.home", ".")).resolve("docs/lake.md");
  private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOSTILE = "../Jürgen = 100 %";

  @TempDir static Path folder;
  private static Path lake;
  private static JobRun run;
  private static final List<Example> examples = new ArrayList<>();

  @BeforeAll
  static void keep() throws Exception {
    lake = folder.resolve("a lake of 100 %");
    Path file = folder.resolve("sent.jsonl");
    Files.write(file, List.of(sent("p1"), sent(HOSTILE)));
    run =
        new JobRun.Plan(folder)
            .withoutCheckpoints()
            .examples(ExampleSink.of(new Lake(lake.toString(), "vigil", Lake.AT_ONCE)))
            .over(file);
    ExampleFiles.in(lake.toString()).read(examples::add);
  }

  @Test
  void asManyWindowsAsTheJobReported() throws IOException {
    Set<String> kept = new HashSet<>();
    for (Example example : examples) {
      kept.add(example.participantId() + example.scored().prediction().start());
    }
    Map<String, Integer> reported = new TreeMap<>();
    for (String body : run.of(Container.PREDICTIONS)) {
      JsonNode window = JSON.readTree(body);
      long start = java.time.Instant.parse(window.get("start").asText()).getEpochSecond();
      if (kept.contains(window.get("participantId").asText() + start * 1_000_000)) {
        reported.merge(
            window.get("participantId").asText() + "|" + window.get("activity").asText(),
            1,
            Integer::sum);
      }
    }
    assertThat(reported).isNotEmpty();

    List<String> asked = new Duck(lake).rows(question("count")).stream().sorted().toList();

    assertThat(asked)
        .containsExactlyElementsOf(
            reported.entrySet().stream()
                .map(e -> e.getKey() + "|" + e.getValue())
                .sorted()
                .toList());
  }

  @Test
  void theSamplesOfAWindowAreThoseThatWereSent() {
    List<String> rows = new Duck(lake).rows(question("unnest"));

    assertThat(rows).hasSize(208);
    for (int i = 0; i < rows.size(); i++) {
      String[] xyz = rows.get(i).split("\\|");
      assertThat(Double.parseDouble(xyz[0]))
          .isCloseTo(x(i), org.assertj.core.api.Assertions.within(1e-3));
      assertThat(Double.parseDouble(xyz[1]))
          .isCloseTo(y(i), org.assertj.core.api.Assertions.within(1e-3));
      assertThat(Double.parseDouble(xyz[2]))
          .isCloseTo(z(i), org.assertj.core.api.Assertions.within(1e-3));
    }
  }

  /** Whatever somebody is called, the column says it; the folder's name may differ. */
  @Test
  void namesComeBack() {
    assertThat(
            new Duck(lake)
                .rows("SELECT DISTINCT participantId, participant FROM read_parquet(LAKE)"))
        .containsExactlyInAnyOrder("p1|p1", HOSTILE + "|" + Partition.escaped(HOSTILE));
  }

  /**
   * What is said of a file is true of every file: who wrote it, and what its features are called.
   */
  @Test
  void featuresHaveNames() {
    List<String> names =
        new Duck(lake)
            .rows(
                """
                SELECT DISTINCT len(string_split(decode(value), ',')), len(features)
                FROM parquet_kv_metadata(LAKE), read_parquet(LAKE)
                WHERE decode(key) = 'vigil.features.' || featureSchema
                """);

    assertThat(names).hasSize(1).allMatch(row -> row.split("\\|")[0].equals(row.split("\\|")[1]));
  }

  /** The block of SQL in the documentation that has this word, for this lake. */
  private static String question(String word) {
    try {
      Matcher blocks = SQL.matcher(Files.readString(DOCS));
      while (blocks.find()) {
        if (blocks.group(1).contains(word)) {
          return blocks.group(1).replace("'data/lake/**/[!.]*.parquet'", "LAKE");
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(DOCS + " cannot be read", e);
    }
    throw new AssertionError(DOCS + " has no SQL with " + word);
  }

  /** Twenty seconds of samples in one message, whose every sample is different. */
  private static String sent(String participant) throws IOException {
    int samples = 52 * 20;
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> z = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      x.add(x(i));
      y.add(y(i));
      z.add(z(i));
    }
    return JSON.writeValueAsString(
        Map.of(
            "participantId",
            participant,
            "start",
            "2026-01-05T09:00:00Z",
            "rateHz",
            52,
            "unit",
            "g",
            "activity",
            "Standing",
            "x",
            x,
            "y",
            y,
            "z",
            z));
  }

  private static double x(int sample) {
    return (sample % 500) / 2048.0;
  }

  private static double y(int sample) {
    return 1 + (sample % 7) / 2048.0;
  }

  private static double z(int sample) {
    return -(sample % 300) / 1024.0;
  }
}

package io.vigil.source;

import static io.vigil.source.HistoricalFiles.HEADER;
import static io.vigil.source.HistoricalFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePlanTest {
  @TempDir Path folder;

  /** Seen red with: a file joined to another itself, and not its whole group. */
  @Test
  void readsFilesOfOneParticipantOneAfterTheOther() throws IOException {
    Path evening = write(folder, "evening.csv", HEADER + "\n" + row("p1", 18) + row("p2", 18));
    Path morning = write(folder, "morning.csv", HEADER + "\n" + row("p1", 8));
    Path other = write(folder, "other.csv", HEADER + "\n" + row("p9", 1));
    Path noon = write(folder, "noon.csv", HEADER + "\n" + row("p3", 12) + "?\n\n" + row("p2", 12));
    FilePlan plan = plan(MessageFormat.CSV, morning, other, noon, evening);
    assertThat(plan.splits())
        .extracting(HistoricalSplit::files)
        .containsExactly(
            List.of(morning.toString(), noon.toString(), evening.toString()),
            List.of(other.toString()));
    assertThat(plan.rowsByFile().values()).containsExactly(1L, 1L, 3L, 2L);
    assertThat(plan.rows()).isEqualTo(7);
  }

  @Test
  void readsLinesOfJson() throws IOException {
    String sample =
        "{\"participantId\":\"p1\",\"timestamp\":%d,\"accelerationX\":1,\"accelerationY\":1,\"accelerationZ\":1}\n";
    Path late = write(folder, "late.jsonl", sample.formatted(1_767_225_700_000L));
    Path early = write(folder, "early.jsonl", sample.formatted(1_767_225_600_000L));
    assertThat(plan(MessageFormat.JSONL, late, early).splits())
        .extracting(HistoricalSplit::files)
        .containsExactly(List.of(early.toString(), late.toString()));
  }

  @Test
  void namesEveryFaultAtOnce() throws IOException {
    Path empty = write(folder, "empty.csv", "");
    Path missing = folder.resolve("missing.csv");
    Path good = write(folder, "1.csv", "1,2,3,4,5\n");
    Path again = write(Files.createDirectory(folder.resolve("b")), "1.csv.gz", "");
    Files.write(again, HistoricalFiles.packed("1,2,3,4,5\n"));
    assertThatThrownBy(() -> plan(MessageFormat.UCI287, empty, missing, folder, good, again, good))
        .isInstanceOf(UnusableFilesException.class)
        .hasMessageContaining("empty.csv is empty, expected rows")
        .hasMessageContaining("missing.csv does not exist")
        .hasMessageContaining(folder + " is a directory, expected a file")
        .hasMessageContaining("are both participant 1, expected one file each")
        .hasMessageContaining("is given twice");
  }

  @Test
  void refusesAFileWithoutAUsableHeaderOrRows() throws IOException {
    assertThatThrownBy(
            () -> plan(MessageFormat.CSV, write(folder, "a.csv", "p1,1,2,3,4\np1,1,2,3,4\n")))
        .hasMessageContaining(
            "a.csv, line 1: The header 'p1,1,2,3,4' has no column 'participantId'");
    assertThatThrownBy(() -> plan(MessageFormat.CSV, write(folder, "b.csv", HEADER + ",x\np1\n")))
        .hasMessageContaining("has the column 'x' twice");
    assertThatThrownBy(() -> plan(MessageFormat.CSV, write(folder, "c.csv", HEADER + "\n\n")))
        .hasMessageContaining("c.csv has no rows");
    assertThatThrownBy(() -> plan(MessageFormat.UCI287, write(folder, "d.csv.gz", "no gzip")))
        .hasMessageContaining("d.csv.gz has no rows")
        .hasMessageContaining("GZIP");
    assertThatThrownBy(() -> plan(MessageFormat.AVRO, write(folder, "e.avro", "?")))
        .hasMessageContaining("expected one of uci287, csv, jsonl");
    assertThatThrownBy(() -> plan(MessageFormat.CSV)).hasMessageContaining("No file was given");
  }

  @Test
  void knowsFormatsByName() {
    assertThat(FileFormats.named("uci287")).contains(MessageFormat.UCI287);
    assertThat(FileFormats.named("avro")).isEmpty();
  }

  private static FilePlan plan(MessageFormat format, Path... files) throws IOException {
    return FilePlan.of(format, List.of(files), DecoderSettings.DEFAULT);
  }

  private static String row(String participant, int hour) {
    return "%s,2026-01-05T%02d:00:00Z,0,1,0%n".formatted(participant, hour);
  }
}

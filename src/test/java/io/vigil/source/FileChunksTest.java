package io.vigil.source;

import static io.vigil.source.HistoricalFiles.chunks;
import static io.vigil.source.HistoricalFiles.noise;
import static io.vigil.source.HistoricalFiles.packed;
import static io.vigil.source.HistoricalFiles.text;
import static io.vigil.source.HistoricalFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Limits;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChunksTest {
  @TempDir Path folder;

  @Test
  void cutsUciFilesAtMultiplesOf52Lines() throws IOException {
    List<RawMessage> chunks =
        chunks(HistoricalFiles.uci(folder, "12.csv", 120), MessageFormat.UCI287);
    assertThat(chunks).extracting(RawMessage::position).containsExactly(1L, 53L, 105L);
    assertThat(chunks).extracting(RawMessage::key).containsOnly("12");
    assertThat(text(chunks.get(1))).startsWith("52,").endsWith("103,103,2,3,1\n");
  }

  @Test
  void keepsBytesAsTheyAreButTheByteOrderMark() throws IOException {
    String text = "\uFEFF" + HistoricalFiles.HEADER + "\r\np1,1,0,1,0\r\n\r\np1,2,0,1";
    List<RawMessage> chunks = chunks(write(folder, "a.csv", text), MessageFormat.CSV);
    assertThat(chunks).hasSize(1);
    assertThat(chunks.get(0).key()).isEqualTo(HistoricalFiles.HEADER);
    assertThat(chunks.get(0).position()).isEqualTo(2);
    assertThat(text(chunks.get(0))).isEqualTo("p1,1,0,1,0\r\n\r\np1,2,0,1");
  }

  @Test
  void unpacksFilesInSeveralMembers() throws IOException {
    Path file = folder.resolve("3.csv.gz");
    Files.write(file, packed(noise(60)));
    Files.write(file, packed("last,line"), java.nio.file.StandardOpenOption.APPEND);
    List<RawMessage> chunks = chunks(file, MessageFormat.UCI287);
    assertThat(all(chunks)).isEqualTo(noise(60) + "last,line");
    assertThat(chunks.get(0).key()).isEqualTo("3");
  }

  /** Seen red with: a break that gives up the lines of the chunk it happens in. */
  @Test
  void readsABrokenFileUpToTheBreak() throws IOException {
    byte[] whole = packed(noise(5000));
    Path file = folder.resolve("3.csv.gz");
    for (int length : new int[] {5, 300, whole.length / 2, whole.length - 9, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<RawMessage> chunks = chunks(file, MessageFormat.UCI287);
      RawMessage last = chunks.get(chunks.size() - 1);
      assertThat(last.format()).isEqualTo(MessageFormat.BROKEN_OFF);
      assertThat(last.key()).contains("The file broke off after line " + (last.position() - 1));
      assertThat(chunks).filteredOn(c -> c.format() == MessageFormat.BROKEN_OFF).hasSize(1);
      String rows = all(chunks.subList(0, chunks.size() - 1));
      assertThat(noise(5000)).startsWith(rows + text(last));
      assertThat(rows.isEmpty() || rows.endsWith("\n")).isTrue();
      assertThat(RowCount.of(file).rows()).isEqualTo(rows.lines().count());
      assertThat(RowCount.of(file).brokenOff()).isNotEmpty();
    }
  }

  @Test
  void saysThatAFileCannotBeOpened() throws IOException {
    List<RawMessage> chunks = chunks(folder.resolve("gone.csv"), MessageFormat.CSV);
    assertThat(chunks).hasSize(1);
    assertThat(chunks.get(0).key()).contains("after line 0").contains("gone.csv");
  }

  @Test
  void keepsNoMoreOfALineThanItsDecoderAccepts() throws IOException {
    String text = "1".repeat(5 * Limits.ROW_BYTES) + "\n1,2,3,4,5\n";
    List<RawMessage> chunks = chunks(write(folder, "1.csv", text), MessageFormat.UCI287);
    assertThat(text(chunks.get(0))).isEqualTo("1".repeat(Limits.ROW_BYTES + 1) + "\n1,2,3,4,5\n");
  }

  private static String all(List<RawMessage> chunks) {
    return chunks.stream().map(HistoricalFiles::text).collect(Collectors.joining());
  }
}

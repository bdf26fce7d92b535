package io.vigil.feed.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  @TempDir Path folder;
  private Instant now = NOW;

  /** Seen red with: entries of one file told the oldest first. */
  @Test
  void theNewestEntriesAreToldFirstAcrossFilesAndRestarts() throws IOException {
    try (AuditTrail trail = trail(300, 100)) {
      for (int i = 0; i < 10; i++) {
        trail.add(entry("carl", i));
      }
    }
    now = now.plusSeconds(1);
    try (AuditTrail trail = trail(300, 100)) {
      trail.add(entry("dora", 10));
      assertThat(files()).hasSizeGreaterThan(3);
      assertThat(trail.newest(4, entry -> true))
          .extracting(AuditEntry::status)
          .containsExactly(10, 9, 8, 7);
      assertThat(trail.newest(2, entry -> entry.subject().equals("carl")))
          .containsExactly(entry("carl", 9), entry("carl", 8));
      assertThat(trail.newest(100, entry -> true)).hasSize(11);
    }
  }

  @Test
  void anEntryIsALineWhateverIsInIt() throws IOException {
    AuditEntry odd =
        new AuditEntry(
            NOW.toString(),
            "carl\n{\"x\":1}\u00e9\u202e",
            "GET /",
            "",
            List.of("a\nb"),
            "",
            200,
            "");
    try (AuditTrail trail = trail(1000, 10)) {
      trail.add(odd);
      assertThat(trail.newest(1, entry -> true)).containsExactly(odd);
    }
    assertThat(Files.readAllLines(files().get(0))).singleElement().asString().isASCII();
  }

  @Test
  void aLineThatWasCutShortHidesNoOther() throws IOException {
    try (AuditTrail trail = trail(1000, 10)) {
      trail.add(entry("carl", 1));
    }
    Files.writeString(files().get(0), "{\"at\":\"2026", StandardOpenOption.APPEND);
    now = now.plusSeconds(1);
    try (AuditTrail trail = trail(1000, 10)) {
      trail.add(entry("carl", 2));
      assertThat(trail.newest(9, entry -> true))
          .extracting(AuditEntry::status)
          .containsExactly(2, 1);
    }
  }

  /** Seen red with: files counted and not dated. */
  @Test
  void filesGoWhenTheyAreTooOld() throws IOException {
    try (AuditTrail trail = trail(1, 100)) {
      trail.add(entry("carl", 1));
      trail.add(entry("carl", 2));
      Files.setLastModifiedTime(files().get(0), FileTime.from(NOW.minus(Duration.ofDays(31))));
      trail.add(entry("carl", 3));
      assertThat(trail.newest(9, entry -> true))
          .extracting(AuditEntry::status)
          .containsExactly(3, 2);
    }
  }

  @Test
  void filesGoWhenThereAreTooMany() throws IOException {
    try (AuditTrail trail = trail(1, 3)) {
      for (int i = 0; i < 10; i++) {
        trail.add(entry("", i));
      }
    }
    assertThat(files()).hasSize(3);
  }

  /** The feed goes on without it. Seen red with: the failure thrown. */
  @Test
  void whatCannotBeWrittenIsCounted() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file in the place of the folder");
    AuditFiles files =
        new AuditFiles(folder.resolve("taken"), "audit", 1000, Duration.ofDays(30), 10);
    try (AuditTrail trail = new AuditTrail(files, () -> now)) {
      trail.add(entry("carl", 1));
      trail.add(entry("carl", 2));
      assertThat(trail.unwritten()).isEqualTo(2);
    }
  }

  private AuditTrail trail(long bytes, int most) {
    return new AuditTrail(
        new AuditFiles(folder, "audit", bytes, Duration.ofDays(30), most), () -> now);
  }

  private static AuditEntry entry(String subject, int status) {
    return new AuditEntry(
        NOW.toString(), subject, "GET /v1/people/{id}", "", List.of("p-1"), "", status, "10.0.0.1");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}

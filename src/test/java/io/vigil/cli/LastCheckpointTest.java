package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastCheckpointTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @TempDir Path folder;

  @Test
  void noneWhereNoJobWas() throws IOException {
    assertThat(LastCheckpoint.in(folder)).isEmpty();
    assertThat(LastCheckpoint.in(folder.resolve("none"))).isEmpty();
  }

  @Test
  void theYoungestCompleteOneOfAnyJob() throws IOException {
    complete("a/chk-9", NOON);
    Path youngest = complete("b/chk-2", NOON.plusSeconds(10));
    Files.createDirectories(folder.resolve("b/chk-3"));
    assertThat(LastCheckpoint.in(folder)).hasValue(youngest);
  }

  /** Seen red with: whatever is complete taken for a checkpoint. */
  @Test
  void noSavepointOfAJobThatWasEndedForGood() throws IOException {
    complete("savepoints/savepoint-1", NOON);
    assertThat(LastCheckpoint.in(folder)).isEmpty();
  }

  private Path complete(String name, Instant at) throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve(name));
    Path file = Files.createFile(checkpoint.resolve("_metadata"));
    Files.setLastModifiedTime(file, FileTime.from(at));
    return checkpoint;
  }
}

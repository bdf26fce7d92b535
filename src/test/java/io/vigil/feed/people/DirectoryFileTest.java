package io.vigil.feed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.RefusedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFileTest {
  @TempDir Path folder;
  private Path file;
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("people.yaml");
    Files.writeString(file, "people: {anna: {name: Anna, caregivers: carl}}");
  }

  /** Seen red with: the text remembered without being read. */
  @Test
  void aChangeIsSeenAfterTwoSeconds() throws IOException {
    DirectoryFile directory = open();
    Files.writeString(file, "people: {anna: {name: Anna, caregivers: dora}}");
    assertThat(directory.get().peopleOf("carl")).containsExactly("anna");
    now = now.plus(DirectoryFile.LOOK_EVERY);
    assertThat(directory.get().peopleOf("carl")).isEmpty();
    assertThat(directory.get().peopleOf("dora")).containsExactly("anna");
  }

  /** Seen red with: the directory emptied by a file that is refused. */
  @Test
  void aFileThatBecameWrongLeavesTheOldOneInForce() throws IOException {
    DirectoryFile directory = open();
    for (String wrong : new String[] {"people: {anna: {name: ''}}", "", "people: [", "x: 1"}) {
      Files.writeString(file, wrong);
      now = now.plus(DirectoryFile.LOOK_EVERY);
      assertThat(directory.get().nameOf("anna")).as(wrong).isEqualTo("Anna");
      assertThat(directory.fault()).as(wrong).contains("people.yaml line 1");
    }
    Files.writeString(file, "people: {anna: {name: Anne}}");
    now = now.plus(DirectoryFile.LOOK_EVERY);
    assertThat(directory.get().nameOf("anna")).isEqualTo("Anne");
    assertThat(directory.fault()).isEmpty();
  }

  @Test
  void aFileThatWentAndCameBackIsSeen() throws IOException {
    DirectoryFile directory = open();
    Files.delete(file);
    now = now.plus(DirectoryFile.LOOK_EVERY);
    assertThat(directory.get().nameOf("anna")).isEqualTo("Anna");
    assertThat(directory.fault()).contains("cannot be read");
    write();
    now = now.plus(DirectoryFile.LOOK_EVERY);
    assertThat(directory.get().nameOf("anna")).isEqualTo("Anna");
    assertThat(directory.fault()).isEmpty();
  }

  @Test
  void aWrongFileIsRefusedAtStart() throws IOException {
    Files.writeString(file, "people: {anna: {}}");
    assertThatThrownBy(this::open).isInstanceOf(RefusedSettings.class);
  }

  private DirectoryFile open() throws IOException {
    return DirectoryFile.open(file, Pseudonyms.NONE, () -> now);
  }
}

package io.vigil.feed.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryErasureTest {
  private static final Pseudonyms NAMES = Pseudonyms.by(Secret.of("0123456789abcdef0123"));
  private static final String BEFORE =
      """
      # who is who
      people:
        anna:  # upstairs
          name: Anna
          caregivers: [a, b]

        "bert":
          name: Bert
      """;

  @TempDir Path folder;

  /** Seen red with: the lines up to the next blank one taken out. */
  @Test
  void takesOneEntryOutAndLeavesEveryOtherLine() throws Exception {
    Path file = Files.writeString(folder.resolve("directory.yaml"), BEFORE);
    DirectoryErasure anna = new DirectoryErasure(file, NAMES, NAMES.of("anna"));
    assertThat(anna.isThere()).isTrue();

    assertThat(anna.erase()).isEmpty();

    assertThat(anna.isThere()).isFalse();
    assertThat(Files.readString(file))
        .isEqualTo("# who is who\npeople:\n  \"bert\":\n    name: Bert\n");
  }

  @Test
  void whatWouldBeNoDirectoryIsNotWritten() throws Exception {
    String alone = "people:\n  anna:\n    name: Anna\n";
    Path file = Files.writeString(folder.resolve("directory.yaml"), alone);

    assertThat(new DirectoryErasure(file, Pseudonyms.NONE, "anna").erase().orElseThrow())
        .contains("no directory");
    assertThat(Files.readString(file)).isEqualTo(alone);
  }
}

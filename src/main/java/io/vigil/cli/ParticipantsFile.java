package io.vigil.cli;

import io.vigil.model.Cohorts;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is known of participants besides their samples. */
final class ParticipantsFile {

  /** Their cohorts; none where the settings name no file. */
  static Cohorts cohorts(Settings settings) {
    return settings.participants().file().map(ParticipantsFile::read).orElse(Cohorts.NONE);
  }

  private static Cohorts read(Path file) {
    try {
      return Cohorts.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UsageException(
          "participants.file: %s cannot be read; expected a file of participants, as docs/models.md has them"
              .formatted(file));
    }
  }

  private ParticipantsFile() {}
}

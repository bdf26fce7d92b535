package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.learn.ChoiceSettings;
import io.vigil.learn.Doubt;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which windows are asked about can be set. */
class ChoiceOfWindowsTest {
  @TempDir Path folder;

  @Test
  void whatIsSetReachesTheJob() throws IOException {
    assertThat(
            choice(
                """
                review:
                  perDay: 12
                  block: 30 min
                  perBlock: 2
                  uniformOneIn: 90
                  doubt: entropy
                """))
        .isEqualTo(
            new ChoiceSettings(
                12, 2, Duration.ofMinutes(30), ChoiceSettings.DEFAULT.apart(), 90, Doubt.ENTROPY));
  }

  @Test
  void defaultsAreThoseOfTheChoice() throws IOException {
    assertThat(choice("")).isEqualTo(ChoiceSettings.DEFAULT);
  }

  private ChoiceSettings choice(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("vigil.yaml"), yaml);
    return Vigil.jobSettings(
            Settings.read(file, name -> null),
            DecoderSettings.DEFAULT,
            DeviceProfiles.DEFAULT,
            false)
        .choice();
  }
}

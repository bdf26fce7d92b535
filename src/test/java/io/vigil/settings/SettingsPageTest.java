package io.vigil.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vigil.home", "."), "docs", "settings.md");

  /** Seen red with: a word changed in a description. */
  @Test
  void pageIsThatOfTheTable() throws IOException {
    if (Boolean.getBoolean("vigil.regenerate")) {
      Files.writeString(PAGE, SettingsPage.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/settings.md is stale; run:"
                + " ./mvnw test -Dtest=SettingsPageTest -Dvigil.regenerate=true")
        .isEqualTo(SettingsPage.markdown());
  }
}

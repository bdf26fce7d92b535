package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vigil.home", "."), "docs", "commands.md");

  /** Seen red with: a word changed in a description. */
  @Test
  void pageIsThatOfTheCommands() throws IOException {
    if (Boolean.getBoolean("vigil.regenerate")) {
      Files.writeString(PAGE, CommandsPage.markdown());
    }
    assertThat(PAGE)
        .as(
            "docs/commands.md is stale; run:"
                + " ./mvnw test -Dtest=CommandsPageTest -Dvigil.regenerate=true")
        .hasContent(CommandsPage.markdown());
  }
}

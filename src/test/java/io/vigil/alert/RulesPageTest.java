package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vigil.home", "."), "docs", "rules.md");

  /** Seen red with: a word changed in a description. */
  @Test
  void pageIsThatOfTheTable() throws IOException {
    if (Boolean.getBoolean("vigil.regenerate")) {
      Files.writeString(PAGE, RulesPage.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/rules.md is stale; run:"
                + " ./mvnw test -Dtest=RulesPageTest -Dvigil.regenerate=true")
        .isEqualTo(RulesPage.markdown());
  }
}

package io.vigil.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Seen red with: an indexed path more in the activities' container. */
class CostPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vigil.home", "."), "docs", "cost.md");

  @Test
  void pageIsWhatIsMeasured() throws IOException {
    String measured = CostPage.markdown();
    if (Boolean.getBoolean("vigil.regenerate")) {
      Files.writeString(PAGE, measured);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/cost.md is stale; run: ./mvnw test -Dtest=CostPageTest -Dvigil.regenerate=true")
        .isEqualTo(measured);
  }
}

package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page's table of settings is made from the code. */
class HooksPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vigil.home", "."), "docs", "hooks.md");
  private static final String BEGIN = "<!-- made from the code -->\n";
  private static final String END = "<!-- end -->";

  /** Seen red with: a word changed in a description. */
  @Test
  void tableIsThatOfTheSettings() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    if (Boolean.getBoolean("vigil.regenerate")) {
      page = page.substring(0, begin) + HookTable.TABLE.rows() + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf(END);
    }
    assertThat(page.substring(begin, end))
        .as(
            "docs/hooks.md is stale; run:"
                + " ./mvnw test -Dtest=HooksPageTest -Dvigil.regenerate=true")
        .isEqualTo(HookTable.TABLE.rows());
  }
}

package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreCommandTest {
  @TempDir static Path folder;

  @BeforeAll
  static void record() {
    vigil(
            "generate",
            "--people",
            3,
            "--hours",
            2,
            "--compress",
            24,
            "--format",
            "uci287",
            "--out",
            folder.resolve("made"))
        .succeeded();
  }

  @Test
  void makesAPageOfFilesWithTheConfusionOfPeopleLeftOut() throws IOException {
    Path out = folder.resolve("report.html");
    CommandRun run =
        vigil(
                "explore",
                "--format",
                "uci287",
                "--classes",
                5,
                "--loo",
                "--json",
                "--out",
                out,
                person(1),
                person(2),
                person(3))
            .succeeded();
    assertThat(run.json().path("windows").asInt()).isGreaterThan(300);
    assertThat(Files.readString(out))
        .contains("id=\"people\"", "id=\"signals\"", "id=\"confusion\"", "id=\"curve\"", "1.csv");
  }

  @Test
  void onePersonIsEnoughWithAModel() throws IOException {
    Path out = folder.resolve("one.html");
    vigil("explore", "--format", "uci287", "--model", "champion", "--out", out, person(1))
        .succeeded();
    assertThat(Files.readString(out))
        .contains("What the model chest:1 says")
        .doesNotContain("id=\"curve\"");
  }

  @Test
  void aModelAndPeopleLeftOutAreOneTooMany() {
    CommandRun run =
        vigil("explore", "--format", "uci287", "--loo", "--model", "champion", person(1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--loo and --model are given, expected one");
  }

  private static Path person(int number) {
    return folder.resolve("made").resolve(number + ".csv");
  }
}

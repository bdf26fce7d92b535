package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the runbook has somebody type at night is what Vigil understands. */
class RunbookCommandsTest {
  private static final Pattern IN_A_LINE = Pattern.compile("`(vigil [^`]+)`");
  private static final Pattern IN_A_BLOCK = Pattern.compile("(?m)^(vigil .+)$");
  private static final Pattern IN_A_POD = Pattern.compile("\"value\":\\[([^\\]]*)]");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static Stream<String> commands() throws IOException {
    String runbook = Files.readString(Home.path().resolve("docs/operations.md"));
    return Stream.of(IN_A_LINE, IN_A_BLOCK)
        .flatMap(form -> form.matcher(runbook).results())
        .map((MatchResult found) -> found.group(1))
        .distinct();
  }

  static Stream<String> commandsInPods() throws IOException {
    String runbook = Files.readString(Home.path().resolve("docs/operations.md"));
    return IN_A_POD.matcher(runbook).results().map((MatchResult found) -> found.group(1));
  }

  /** What takes the place of a pod's arguments. Seen red with: {@code "lifted"}. */
  @ParameterizedTest
  @MethodSource("commandsInPods")
  void isUnderstoodInAPod(String arguments) {
    assertThat(
            Vigil.commandLine()
                .parseArgs(arguments.replace("\"", "").split(","))
                .subcommand()
                .subcommand())
        .isNotNull();
  }

  /** Seen red with: {@code vigil hooks test --hook pager}. */
  @ParameterizedTest
  @MethodSource("commands")
  void isUnderstood(String command) {
    List<String> words = new ArrayList<>();
    Matcher each = WORD.matcher(command);
    while (each.find()) {
      words.add(each.group(1) != null ? each.group(1) : each.group(2));
    }
    assertThat(
            Vigil.commandLine()
                .parseArgs(words.subList(1, words.size()).toArray(String[]::new))
                .subcommand())
        .isNotNull();
  }
}

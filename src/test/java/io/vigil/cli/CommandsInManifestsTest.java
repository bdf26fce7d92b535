package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command lines in {@code k8s/} are ones that Vigil understands. */
class CommandsInManifestsTest {

  /** Seen red with: {@code --log-file} in feed.yaml. */
  @Test
  void jobAndFeed() throws IOException {
    assertThat(parsed(arguments("job.yaml", "/spec/job/args")).commandSpec().name())
        .isEqualTo("run");
    assertThat(
            parsed(arguments("feed.yaml", "/spec/template/spec/containers/0/args"))
                .commandSpec()
                .name())
        .isEqualTo("feed");
  }

  @Test
  void unknownOptionsAreRefused() {
    assertThatThrownBy(() -> parsed(List.of("run", "--unknown")))
        .isInstanceOf(ParameterException.class);
  }

  @Test
  void training() throws IOException {
    CommandLine train = Vigil.commandLine().getSubcommands().get("train");
    assumeTrue(
        Stream.of("--trigger", "--lake")
            .allMatch(name -> train.getCommandSpec().findOption(name) != null),
        "`vigil train` of this build has no --trigger or no --lake, which training.yaml needs");
    assertThat(
            parsed(
                    arguments(
                        "training.yaml", "/spec/jobTemplate/spec/template/spec/containers/0/args"))
                .commandSpec()
                .name())
        .isEqualTo("train");
  }

  /** Seen red with: {@code --who} in erasure.yaml. */
  @Test
  void erasure() throws IOException {
    assertThat(
            parsed(
                    arguments(
                        "erasure.yaml", "/spec/jobTemplate/spec/template/spec/containers/0/args"))
                .commandSpec()
                .name())
        .isEqualTo("erase");
  }

  private static CommandLine.ParseResult parsed(List<String> arguments) {
    return Vigil.commandLine().parseArgs(arguments.toArray(new String[0])).subcommand();
  }

  static List<String> arguments(String file, String place) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    try (var documents =
        yaml.readerFor(JsonNode.class)
            .<JsonNode>readValues(Home.path().resolve("k8s/base").resolve(file).toFile())) {
      List<String> arguments = new ArrayList<>();
      documents.next().at(place).forEach(argument -> arguments.add(argument.asText()));
      assertThat(arguments).isNotEmpty();
      return arguments;
    }
  }
}

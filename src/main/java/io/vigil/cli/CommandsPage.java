package io.vigil.cli;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The reference page of the command line, made from the commands so that it cannot be wrong. */
final class CommandsPage {
  private static final int WIDTH = 100;

  static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands

            `./vigil` builds Vigil when that is not done yet, then runs the command. What a command finds goes to
            standard output; with `--json` that is JSON on one line. What went wrong goes to standard error, a line for
            each fault. Exit codes: 0 success, 1 a failure, 2 wrong usage, a refused setting among that.

            This page is made from the code.
            """);
    all(Vigil.commandLine())
        .forEach(
            command ->
                page.append("\n## ")
                    .append(command.getCommandSpec().qualifiedName())
                    .append("\n\n```text\n")
                    .append(usage(command))
                    .append("```\n"));
    return page.toString();
  }

  /** A command and all that are below it, each once. */
  static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().distinct().flatMap(CommandsPage::all));
  }

  private static String usage(CommandLine command) {
    return command.setUsageHelpWidth(WIDTH).getUsageMessage(Ansi.OFF).replace("\r\n", "\n");
  }

  private CommandsPage() {}
}

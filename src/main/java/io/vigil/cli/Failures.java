package io.vigil.cli;

import io.vigil.model.ModelRefused;
import io.vigil.settings.RefusedSettings;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says on standard error what went wrong, a line for each fault, and answers with the exit code.
 */
final class Failures {

  /** A command began and could not do what it was asked for. */
  static int explain(Exception failure, CommandLine cli, ParseResult parsed) {
    say(cli, message(failure));
    if (Boolean.getBoolean("vigil.trace")) {
      failure.printStackTrace(cli.getErr());
    }
    return failure instanceof UsageException || failure instanceof RefusedSettings
        ? ExitCode.USAGE
        : ExitCode.SOFTWARE;
  }

  /** The arguments are none that the command knows. */
  static int explainUsage(ParameterException failure, String[] arguments) {
    CommandLine cli = failure.getCommandLine();
    say(
        cli,
        "%s; `%s --help` says what there is"
            .formatted(usageMessage(failure, cli), cli.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private static String usageMessage(ParameterException failure, CommandLine cli) {
    if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String first = unmatched.getUnmatched().get(0);
      return cli.getSubcommands().isEmpty()
          ? "'%s' is one argument too many".formatted(first)
          : "'%s' is no command, expected one of %s"
              .formatted(first, cli.getSubcommands().keySet());
    }
    return failure.getMessage().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String message(Exception failure) {
    if (failure instanceof ModelRefused) {
      return failure.getMessage() + "; the model is not used";
    }
    if (failure instanceof FileSystemException file) {
      return file.getReason() == null ? file.getFile() + " " + what(file) : file.getMessage();
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  /** In words what the file system says by an exception's type alone. */
  static String what(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return "cannot be used: permission is missing";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "exists already";
    }
    return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
  }

  private static void say(CommandLine cli, String message) {
    List<String> lines = message.lines().filter(line -> !line.isBlank()).toList();
    lines.forEach(line -> cli.getErr().println("vigil: " + Harmless.line(line)));
  }

  private Failures() {}
}

package io.vigil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Models of one wearer. */
@Command(
    name = "personal",
    mixinStandardHelpOptions = true,
    subcommands = {PersonalStudyCommand.class, PersonalTrainCommand.class},
    description =
        "Adapts everybody's model to one wearer by answers about the wearer's own windows, or says what"
            + " that is worth.")
final class PersonalCommand implements Runnable {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "No command is given, expected one of " + spec.subcommands().keySet());
  }
}

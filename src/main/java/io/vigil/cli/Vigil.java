package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.settings.Settings;
import io.vigil.window.TimeSettings;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole: the commands, and what an exit code means. */
@Command(
    name = "vigil",
    description = "Says what people who live alone are doing, and when they need help.",
    mixinStandardHelpOptions = true,
    versionProvider = Vigil.Version.class,
    subcommands = {
      DemoCommand.class,
      ReplayCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      ModelsCommand.class,
      GenerateCommand.class,
      BenchCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:success", "1:a failure, said in one line", "2:wrong usage"})
public final class Vigil implements Runnable {
  @Spec CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Read settings from this file (default: none, all settings at their defaults).")
  Path config;

  /** Runs one command line and answers with its exit code. */
  public static int run(String... args) {
    CommandLine commandLine = new CommandLine(new Vigil());
    commandLine.setExecutionExceptionHandler((failure, cli, parsed) -> explain(failure, cli));
    return commandLine.execute(args);
  }

  private static int explain(Exception failure, CommandLine cli) {
    if (failure instanceof UsageException) {
      cli.getErr().println("vigil: " + failure.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    String message =
        failure instanceof NoSuchFileException missing && missing.getReason() == null
            ? "no such file: " + missing.getFile()
            : failure.getMessage();
    cli.getErr().println("vigil: " + (message == null ? failure.toString() : message));
    if (Boolean.getBoolean("vigil.trace")) {
      failure.printStackTrace(cli.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** The settings of this run: the file's, or all defaults. */
  Settings settings() throws IOException {
    return config == null ? Settings.defaults() : Settings.read(config, System::getenv);
  }

  /** What the job is told. */
  static JobSettings jobSettings(
      Settings settings, DecoderSettings decoder, DeviceProfiles profiles, boolean predictions) {
    return new JobSettings(
        decoder,
        profiles,
        TimeSettings.of(settings.time().disorder(), settings.time().maxGap()),
        settings.episodes().renewEvery().toNanos() / 1000,
        predictions);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command given.");
  }

  /** The version of the jar that runs. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Vigil.class.getPackage().getImplementationVersion();
      return new String[] {"vigil " + (version == null ? "development" : version)};
    }
  }
}

package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.learn.ChoiceSettings;
import io.vigil.learn.Doubt;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Settings;
import io.vigil.window.TimeSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
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
      RunCommand.class,
      ReplayCommand.class,
      TrainCommand.class,
      TrainFallsCommand.class,
      PersonalCommand.class,
      EvaluateCommand.class,
      ExploreCommand.class,
      ModelsCommand.class,
      GenerateCommand.class,
      BenchCommand.class,
      AlertsCommand.class,
      ReviewCommand.class,
      RulesCommand.class,
      ExplainCommand.class,
      FeedCommand.class,
      HooksCommand.class,
      EraseCommand.class,
      DoctorCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:success", "1:a failure, said in one line", "2:wrong usage"})
public final class Vigil implements Runnable {
  private final UnaryOperator<String> environment;

  @Spec CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Read settings from this file (default: none, all settings at their defaults).")
  Path config;

  /**
   * @param environment what {@code ${env:NAME}} in a file of settings stands for
   */
  private Vigil(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /** Runs one command line on the terminal and answers with its exit code. */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  /** Whether a job runs on in this process, on a Flink cluster, although its command has ended. */
  public static boolean goesOn() {
    return ClusterJob.submitted();
  }

  /** Runs one command line that prints to these writers, and answers with its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(out, err, System::getenv, args);
  }

  /** The same with another environment. */
  static int run(
      PrintWriter out, PrintWriter err, UnaryOperator<String> environment, String... args) {
    return commandLine(environment).setOut(out).setErr(err).execute(args);
  }

  /** The commands with their options, and how failures are told. */
  static CommandLine commandLine() {
    return commandLine(System::getenv);
  }

  private static CommandLine commandLine(UnaryOperator<String> environment) {
    return Conversions.register(new CommandLine(new Vigil(environment)))
        .setExecutionExceptionHandler(Failures::explain)
        .setParameterExceptionHandler(Failures::explainUsage);
  }

  /** The settings of this run: the file's, or all defaults. */
  Settings settings() {
    try {
      return config == null ? Settings.defaults() : Settings.read(config, environment);
    } catch (FileSystemException e) {
      throw unreadable(Failures.what(e));
    } catch (IOException e) {
      throw unreadable("cannot be read: " + e.getMessage());
    }
  }

  /** The value of a variable of the environment, or null. */
  UnaryOperator<String> environment() {
    return environment;
  }

  private UsageException unreadable(String why) {
    return new UsageException(
        "--config %s %s; expected a file of settings, as docs/settings.md has them"
            .formatted(config, why));
  }

  /** What the job is told; participants keep their ids, as they are those of files. */
  static JobSettings jobSettings(
      Settings settings, DecoderSettings decoder, DeviceProfiles profiles, boolean predictions) {
    return new JobSettings(
            decoder,
            profiles,
            Pseudonyms.NONE,
            TimeSettings.of(settings.time().disorder(), settings.time().maxGap()),
            settings.episodes().renewEvery().toNanos() / 1000,
            predictions,
            AlertFiles.of(settings),
            ParticipantsFile.cohorts(settings))
        .choosing(choice(settings.review()));
  }

  private static ChoiceSettings choice(Settings.Review set) {
    return new ChoiceSettings(
        set.perDay(),
        set.perBlock(),
        set.block(),
        ChoiceSettings.DEFAULT.apart(),
        set.uniformOneIn(),
        Doubt.valueOf(set.doubt().toUpperCase(Locale.ROOT)));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "No command is given, expected one of " + spec.subcommands().keySet());
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

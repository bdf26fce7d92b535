package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobSettings;
import io.vigil.publish.StopSignal;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Finding;
import io.vigil.settings.Secret;
import io.vigil.settings.Settings;
import io.vigil.source.HubReading;
import io.vigil.source.TriedMessage;
import io.vigil.store.ErasureDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The always-on job. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the always-on job: from an event hub to the store, by the settings of --config FILE.",
      "It begins where it was when it last ended (checkpoints.path), and goes on until it is stopped.",
      "As the main class of an application on a Flink cluster it hands the job to that cluster, whose own configuration"
          + " says where checkpoints are."
    })
final class RunCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin ModelOption model;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--fresh",
      description =
          "Forget where it was: begin at eventhubs.start. Documents written before stay, and are"
              + " written again as they are.")
  boolean fresh;

  @Option(
      names = "--once",
      description =
          "Read what the hub holds now, close what is open as a replay does, and end; always"
              + " begins at eventhubs.start.")
  boolean once;

  @Option(
      names = "--until-idle",
      paramLabel = "SECONDS",
      description =
          "End when nothing has arrived for so long, and close what is open; waits for the first"
              + " sample. For studies and tests.")
  Integer untilIdle;

  @Option(
      names = "--json",
      description = "Print what is counted as a line of JSON, every minute and at the end.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    if (untilIdle != null && untilIdle < 1) {
      throw new UsageException(
          "--until-idle is %d, expected 1 or more seconds".formatted(untilIdle));
    }
    Settings settings = vigil.settings();
    LiveEnds ends = new LiveEnds(settings);
    int tasks = parallelism.orSetting(settings);
    Optional<ClusterJob> cluster = ClusterJob.here(tasks);
    Optional<Path> from =
        once || fresh ? Optional.empty() : LastCheckpoint.in(settings.checkpoints().path());
    FollowedModels models =
        new StartingModels(model, settings, new StopSignal(), this::warn)
            .find(cluster.isPresent() || from.isPresent());
    models.refused().forEach(this::warn);
    check(ends);
    HubReading reading = once ? ends.reading().toTheEnd() : ends.reading();
    if (cluster.isPresent()) {
      onThisMachineOnly();
      define(cluster.get().sources(), ends, reading, models, settings, once);
      cluster.get().submit("vigil run");
      return ExitCode.OK;
    }
    try (LocalJob local =
            once
                ? LocalJob.bounded(tasks)
                : LocalJob.always(
                    tasks,
                    settings.checkpoints(),
                    from,
                    settings.lake().path().isEmpty() || models.registry().isEmpty());
        LiveCounts counts = new LiveCounts(spec.commandLine().getOut(), json)) {
      define(local.sources(), ends, reading, models, settings, once);
      say(
          "Vigil reads %s and writes to %s%s; Ctrl-C stops it.",
          ends.hub(), ends.storeName(), since(from));
      local.run("vigil run", look(counts, settings));
    }
    return ExitCode.OK;
  }

  /**
   * Puts the job together.
   *
   * @param once whether it ends with what there is
   */
  static void define(
      JobSources sources,
      LiveEnds ends,
      HubReading reading,
      FollowedModels models,
      Settings settings,
      boolean once) {
    ActivityJob.define(
        models.in(
            sources,
            new JobInputs(
                    sources.messages(ends.source(reading), "hub-" + ends.protocol()),
                    sources.fewMessages(ends.commands(reading), "commands-in"),
                    sources.fewMessages(ends.rules(reading), "rules-in"))
                .erasing(
                    sources.fewMessages(ends.erasures(reading), "erasures-in"),
                    ErasureDocuments.reader(ends.stores())),
            settings.model().lookEvery(),
            once),
        models.atStart(),
        jobSettings(settings),
        new JobOutputs(ends.sink(), ends.examples()));
  }

  /** A cluster's job ends when the cluster is told so, and begins where the cluster says. */
  private void onThisMachineOnly() {
    if (once || fresh || untilIdle != null) {
      throw new UsageException(
          "--once, --fresh and --until-idle are for a job on this machine alone, expected none of them on a cluster");
    }
  }

  private Consumer<JobClient> look(LiveCounts counts, Settings settings) {
    if (untilIdle == null) {
      return running -> counts.look();
    }
    IdleStop stop =
        new IdleStop(
            Duration.ofSeconds(untilIdle), settings.checkpoints().path().resolve("savepoints"));
    return running -> {
      counts.look();
      stop.look(running);
    };
  }

  private static String since(Optional<Path> from) {
    return from.map(
            path -> ", from " + path.getParent().getFileName() + "/" + path.getFileName() + " on")
        .orElse("");
  }

  private static JobSettings jobSettings(Settings settings) {
    return Vigil.jobSettings(
            settings,
            DecoderSettings.DEFAULT.withMaxAhead(settings.input().maxAhead()),
            Profiles.of(settings, settings.input().profile()),
            settings.store().predictions())
        .under(pseudonyms(settings.pseudonymKey()))
        .live()
        .forgettingAfter(settings.participants().forgetAfter());
  }

  private static Pseudonyms pseudonyms(Secret key) {
    try {
      return key.isSet() ? Pseudonyms.by(key) : Pseudonyms.NONE;
    } catch (IllegalArgumentException e) {
      throw new UsageException("pseudonyms.key: " + e.getMessage());
    }
  }

  /** What cannot work is told before the job starts, not by its first failure. */
  private static void check(LiveEnds ends) {
    List<Finding> findings = new ArrayList<>(ends.checkHub());
    findings.addAll(ends.checkStore());
    findings.addAll(ends.checkLake());
    List<String> wrong =
        findings.stream()
            .filter(finding -> !finding.passed() && !finding.tried().endsWith(TriedMessage.STEP))
            .map(Finding::toString)
            .toList();
    if (!wrong.isEmpty()) {
      throw new CommandFailed(String.join(System.lineSeparator(), wrong), null);
    }
  }

  private void warn(String what) {
    spec.commandLine().getErr().println("vigil: " + Harmless.line(what));
  }

  private void say(String form, Object... values) {
    if (!json) {
      spec.commandLine().getOut().printf(form + "%n", values);
      spec.commandLine().getOut().flush();
    }
  }
}

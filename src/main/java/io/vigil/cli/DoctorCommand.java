package io.vigil.cli;

import io.vigil.model.ModelArtifact;
import io.vigil.savepoint.JobOperators;
import io.vigil.savepoint.SavepointCheck;
import io.vigil.settings.Finding;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tries everything that the live job needs. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks settings, connections and permissions, a line each: what was tried, what came back, what to do.",
      "It writes one document to the store and deletes it again; a hub is only read.",
      "With --savepoint it only says whether the job by these settings can go on from there, an operator a line."
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin ModelOption model;

  @Option(
      names = "--savepoint",
      paramLabel = "PLACE",
      description =
          "The folder or address of a savepoint or a checkpoint: whether its operators, their states and their"
              + " maximum parallelism are those of the job.")
  String savepoint;

  @Option(names = "--json", description = "Print the findings as a JSON array.")
  boolean json;

  @Override
  public Integer call() {
    Settings settings = vigil.settings();
    List<Finding> findings = savepoint == null ? all(settings) : savepoint(settings);
    print(findings);
    return findings.stream().allMatch(Finding::passed) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<Finding> all(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    findings.add(model(settings));
    findings.add(checkpoints(settings.checkpoints().path()));
    LiveEnds ends = new LiveEnds(settings);
    findings.addAll(hub(settings, ends));
    findings.addAll(ends.checkStore());
    findings.addAll(ends.checkLake());
    return findings;
  }

  /** Holds the savepoint against the job as it would be started; nothing is. */
  private List<Finding> savepoint(Settings settings) {
    Engine.loadFileSystems();
    String tried = "Job by the settings: put it together";
    try {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.createLocalEnvironment(Engine.configuration());
      LiveEnds ends = new LiveEnds(settings);
      RunCommand.define(
          new JobSources(environment),
          ends,
          ends.reading(),
          model.followed(settings),
          settings,
          false);
      return new SavepointCheck(
              savepoint, JobOperators.of(environment.getStreamGraph().getJobGraph()))
          .run();
    } catch (UsageException e) {
      return List.of(
          Finding.wrong(tried, e.getMessage(), "the savepoint is compared with what they say"));
    } catch (IOException e) {
      return List.of(
          Finding.wrong(tried, e.getMessage(), "`vigil models list` says which models there are"));
    }
  }

  private Finding model(Settings settings) {
    String tried = "Model: load and score its golden vectors";
    try {
      ModelArtifact artifact = model.artifact(settings);
      return Finding.ok(
          tried, "sound; tells " + artifact.manifest().classes().size() + " activities apart");
    } catch (IOException | RuntimeException e) {
      return Finding.wrong(
          tried, String.valueOf(e.getMessage()), "`vigil models list` says which there are");
    }
  }

  private static Finding checkpoints(Path folder) {
    String tried = "Checkpoints " + folder + ": make a file";
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "doctor", ".probe"));
      return Finding.ok(tried, "can be written");
    } catch (IOException e) {
      return Finding.wrong(
          tried, "cannot be written: " + e.getMessage(), "set checkpoints.path to another folder");
    }
  }

  private static List<Finding> hub(Settings settings, LiveEnds ends) {
    Settings.EventHubs set = settings.eventHubs();
    if (set.namespace().isEmpty() && !set.connectionString().isSet()) {
      return List.of(
          Finding.ok(
              "Event Hubs",
              "not set, and not tried; `vigil run` needs eventhubs.namespace and eventhubs.hub"));
    }
    try {
      return ends.checkHub();
    } catch (UsageException e) {
      return List.of(Finding.wrong("Event Hubs", e.getMessage(), "set it in --config FILE"));
    }
  }

  private void print(List<Finding> findings) {
    if (json) {
      spec.commandLine().getOut().println(Json.line(findings));
    } else {
      for (Finding finding : findings) {
        spec.commandLine().getOut().println((finding.passed() ? "ok    " : "FAIL  ") + finding);
      }
    }
    spec.commandLine().getOut().flush();
  }
}

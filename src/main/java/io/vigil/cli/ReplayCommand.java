package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.lake.ExampleSink;
import io.vigil.lake.Lake;
import io.vigil.learn.Example;
import io.vigil.model.Takeover;
import io.vigil.publish.FileDispatch;
import io.vigil.publish.FileDispatch.Manner;
import io.vigil.publish.Order;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.store.Container;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.api.connector.sink2.Sink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs historical files through the job. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs historical files through the job: who did what, and when.",
      "The same files give the same bytes at any parallelism.",
      "With --to they are sent to an event hub instead, for a job that runs elsewhere."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin InputOptions input;
  @Mixin ModelOption model;
  @Mixin ParallelismOption parallelism;
  @Mixin HubOptions hub;
  HubAccess access = new SettingsHubAccess();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write activities.jsonl, predictions.jsonl, alerts.jsonl and deadletters.jsonl here (default: write"
              + " to the store of the settings).")
  Path out;

  @Option(
      names = "--as-promoted",
      description =
          "Score each window by the model that was in force when it began, as the registry has it, and not"
              + " all by one.")
  boolean asPromoted;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description =
          "Keep windows to learn from here, as Parquet: what `vigil train --lake DIR` reads (default: none are kept).")
  Path lake;

  @Option(names = "--json", description = "Print the summary as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = vigil.settings();
    return hub.isGiven(spec.commandLine().getParseResult()) ? send(settings) : run(settings);
  }

  private int send(Settings settings) throws IOException {
    Manner manner = hub.manner();
    Order order =
        new Order(
            access.protocol(settings),
            access.address(settings, hub.to),
            input.plan(settings),
            input.decoder(settings),
            input.profiles(settings));
    Path besideTheStore = settings.store().path().toAbsolutePath().getParent();
    FileDispatch dispatch =
        new FileDispatch(access.publishers(), besideTheStore, InstantSource.system());
    return new HubReplay(spec, dispatch).send(order, manner, json);
  }

  private int run(Settings settings) throws IOException {
    JobSettings job =
        Vigil.jobSettings(
            settings,
            input.decoder(settings),
            input.profiles(settings),
            out != null || settings.store().predictions());
    int tasks = parallelism.orSetting(settings);
    FilePlan plan = input.plan(settings);
    List<Takeover> models = models(settings);
    prepare(settings);
    try (LocalJob local = LocalJob.bounded(tasks);
        ReplayRun run = ReplayRun.of(local, plan, models, job, examples(settings), "Replaying")) {
      keep(run.store(), settings);
      run.refused().say(spec, (out != null ? out : settings.store().path()) + " has all of them");
      return Report.print(spec, run.summary(), json);
    }
  }

  private List<Takeover> models(Settings settings) throws IOException {
    if (!asPromoted) {
      return List.of(Takeover.always(model.artifact(settings).toBytes()));
    }
    FollowedModels followed = model.followed(settings);
    if (followed.registry().isEmpty()) {
      throw new UsageException(
          "--as-promoted follows the registry's champions, but the model is given by --model or model.use; expected one or the other");
    }
    followed.refused().forEach(refused -> spec.commandLine().getErr().println("vigil: " + refused));
    return followed.atStart();
  }

  /** What could be written only in the end must not fail only then. */
  private void prepare(Settings settings) {
    if (out != null) {
      OutputFolder.make("--out", out);
    } else {
      SqliteStore.open(settings.store().path()).close();
    }
    if (lake != null) {
      OutputFolder.make("--lake", lake);
    }
  }

  private Optional<Sink<Example>> examples(Settings settings) {
    return Optional.ofNullable(lake)
        .map(
            folder ->
                ExampleSink.of(
                    new Lake(folder.toString(), settings.lake().project(), Lake.AT_ONCE)));
  }

  private void keep(SqliteStore store, Settings settings) {
    if (out == null) {
      Path target = settings.store().path();
      try (SqliteStore kept = SqliteStore.open(target)) {
        for (Container container : kept(settings.store().predictions())) {
          Copy.of(container, store, kept);
        }
      }
      return;
    }
    JsonLines.write(store, kept(true), out);
  }

  private static List<Container> kept(boolean predictions) {
    return predictions
        ? List.of(
            Container.ACTIVITIES,
            Container.PREDICTIONS,
            Container.ALERTS,
            Container.HEALTH,
            Container.DEAD_LETTERS)
        : List.of(Container.ACTIVITIES, Container.ALERTS, Container.HEALTH, Container.DEAD_LETTERS);
  }
}

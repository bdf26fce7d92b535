package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobSettings;
import io.vigil.alert.AlertSettings;
import io.vigil.lake.ExampleSink;
import io.vigil.lake.Lake;
import io.vigil.learn.ChoiceSettings;
import io.vigil.learn.Doubt;
import io.vigil.model.FolderFiles;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Place;
import io.vigil.model.Promotion;
import io.vigil.model.PromotionOrder;
import io.vigil.model.Registry;
import io.vigil.model.RegistryTakeovers;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.settings.Settings;
import io.vigil.store.DocumentSink;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import io.vigil.train.ModelCard;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.util.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The whole system in one process on the sample data. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows the whole system in one process on the sample data.",
      "Joins a day of six simulated people live, shortly before somebody falls: who does what, whom an"
          + " alert calls, and who takes it. On the terminal a and Enter acknowledges the worst alert, c"
          + " clears it, q ends; if nobody does, the demo's own caregiver will.",
      "What is answered on the page's review becomes that participant's own model, which takes over at"
          + " once if it proves better; if nobody answers, the demo's own reviewer will."
    })
final class DemoCommand implements Callable<Integer> {
  /** Often, so that the table shows how long an activity has lasted. */
  private static final Duration RENEW = Duration.ofSeconds(10);

  static final String PROJECT = "demo";

  /** Soon after a window its samples can be learned from. */
  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

  /** Much in a short time: three windows of each half minute, of which none overlap. */
  static final ChoiceSettings ASKED =
      new ChoiceSettings(10_000, 3, Duration.ofSeconds(30), Duration.ofSeconds(4), 0, Doubt.MARGIN);

  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin ModelOption model;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--once",
      description =
          "Run the whole day as fast as possible, call nobody, end when the data does, and print a"
              + " summary.")
  boolean once;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long it goes on without --once, 1 to 86400 (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      defaultValue = "data/demo.db",
      description =
          "The embedded store, and with .lake behind its name windows to learn from; begun anew each time (default: ${DEFAULT-VALUE}).")
  Path file;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Where the caregivers' page is; another one if that is taken (default: the setting feed.port).")
  Integer port;

  @Option(names = "--json", description = "Print the summary as JSON, and nothing else.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    if (seconds < 1 || seconds > 86_400) {
      throw new UsageException("--seconds is %d, expected 1 to 86400".formatted(seconds));
    }
    if (port != null && (port < 0 || port > FeedCommand.HIGHEST_PORT)) {
      throw new UsageException(
          "--port is %d, expected 0 to %d".formatted(port, FeedCommand.HIGHEST_PORT));
    }
    Settings settings = vigil.settings();
    ModelArtifact artifact = model.artifact(settings);
    beginAnew();
    long begin = System.nanoTime();
    int tasks = parallelism.orSetting(settings);
    try (LocalJob local =
            once
                ? LocalJob.bounded(tasks)
                : LocalJob.boundedWithCheckpoints(tasks, CHECKPOINT_EVERY);
        SqliteStore store = SqliteStore.open(file)) {
      if (once) {
        FollowedModels models = model.followed(settings);
        models
            .refused()
            .forEach(refused -> spec.commandLine().getErr().println("vigil: " + refused));
        runOnce(local, store, job(settings, false), models);
      } else {
        try (DemoFeed feed =
            DemoFeed.start(
                new SqliteFile(file), local.scratch(), settings, artifact, port(settings))) {
          runLive(local, store, settings, artifact, feed);
        }
      }
      return Report.print(spec, Summary.of(store, (System.nanoTime() - begin) / 1e9), json);
    }
  }

  private static JobSettings job(Settings settings, boolean predictions) {
    return Vigil.jobSettings(settings, DecoderSettings.DEFAULT, DeviceProfiles.DEFAULT, predictions)
        .renewedEvery(RENEW);
  }

  private void runOnce(LocalJob local, SqliteStore store, JobSettings job, FollowedModels models)
      throws IOException {
    ActivityJob.define(
        JobInputs.of(local.files(SampleDay.plan())), models.atStart(), job, outputs());
    try (LiveScreen screen = new LiveScreen(out(), store, !json)) {
      local.run("vigil demo", screen::refresh);
    }
  }

  private void runLive(
      LocalJob local, SqliteStore store, Settings settings, ModelArtifact artifact, DemoFeed feed)
      throws IOException {
    Instant now = Instant.now();
    JobSettings job = job(settings, true).choosing(ASKED);
    AlertSettings own = job.alerts().live();
    AlertSettings rules = settings.rules().isPresent() ? own : own.withRules(DemoRules.text());
    Arrivals arrivals = new Arrivals(InstantSource.system());
    TypedLines keys = TypedLines.of(json ? InputStream.nullInputStream() : System.in);
    FolderFiles files = new FolderFiles(registry().toString());
    Registry registry = new Registry(files);
    ModelArtifact everybodys = everybodys(registry, artifact, now);
    DemoTruth truth = SampleDay.truth(SampleDay.later(now));
    try (DemoScreen screen = new DemoScreen(out(), store, !json, heading(rules, feed))) {
      DemoStory story = new DemoStory(store, new DemoDelays(arrivals), screen::tell);
      DemoLearner learner = new DemoLearner(lake() + "/project=" + PROJECT, registry, everybodys);
      DemoLoop loop = new DemoLoop(store, truth, learner, everybodys, screen::tell);
      LiveDemo demo = new LiveDemo(local, screen, story, loop, keys);
      demo.define(
          job.alerting(rules),
          FollowedModels.of(new RegistryTakeovers(files)),
          outputs(),
          new SqliteFile(file),
          now,
          arrivals);
      demo.run(now.plusSeconds(seconds));
      loop.end(Instant.now());
    }
  }

  /** A registry of the demo's own begins with the model that was chosen. */
  private static ModelArtifact everybodys(Registry registry, ModelArtifact artifact, Instant now)
      throws IOException {
    ModelArtifact first = registry.add(artifact.id().name(), artifact, ModelCard::of).artifact();
    registry.promote(
        first.id().reference(),
        new PromotionOrder(Place.CHAMPION, Promotion.ALWAYS, now, "demo", "what Vigil brings"),
        registry.history());
    return first;
  }

  private JobOutputs outputs() {
    return new JobOutputs(
        new DocumentSink(new SqliteFile(file)),
        Optional.of(ExampleSink.of(new Lake(lake().toString(), PROJECT, Lake.AT_ONCE))));
  }

  /** Beside the store: everybody's model, and those that come of answers. */
  private Path registry() {
    return Path.of(file + ".registry");
  }

  /** Beside the store: what could be learned from the day. */
  private Path lake() {
    return Path.of(file + ".lake");
  }

  private int port(Settings settings) {
    return port != null ? port : settings.feed().port();
  }

  private static List<String> heading(AlertSettings rules, DemoFeed feed) {
    return List.of(
        "  The caregivers' page, for one browser of this machine: " + feed.address(),
        "  Simulated people, joined live shortly before somebody falls. Rules shortened for the demo:",
        "  " + DemoRules.calls(rules) + ".",
        "  Under Review there: what the model was unsure of. Answers become that participant's own model.",
        "  Keys, each with Enter: a acknowledges the worst alert, c clears it, q ends.",
        "  If nobody does, the demo's own caregiver will.",
        "");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void beginAnew() throws IOException {
    for (String part : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(Path.of(file + part));
    }
    FileUtils.deleteDirectory(lake().resolve("project=" + PROJECT).toFile());
    FileUtils.deleteDirectory(registry().toFile());
  }
}

package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobSettings;
import io.vigil.model.ModelArtifact;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.source.HistoricalSource;
import io.vigil.store.DocumentSink;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
      "Runs six simulated people through the job into the embedded store, and shows on the terminal who"
          + " does what."
    })
final class DemoCommand implements Callable<Integer> {
  /** Rows that the source hands on at once. */
  private static final double ROWS_A_CHUNK = 64;

  /** Often, so that the table shows how long an activity has lasted. */
  private static final Duration RENEW = Duration.ofSeconds(10);

  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin ModelOption model;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--once",
      description = "Run as fast as possible, end when the data does, and print a summary.")
  boolean once;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "How long the data lasts without --once, 1 to 86400 (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      defaultValue = "data/demo.db",
      description = "The embedded store; begun anew each time (default: ${DEFAULT-VALUE}).")
  Path file;

  @Option(names = "--json", description = "Print the summary as JSON, and nothing else.")
  boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (seconds < 1 || seconds > 86_400) {
      throw new UsageException("--seconds is %d, expected 1 to 86400".formatted(seconds));
    }
    Settings settings = vigil.settings();
    FilePlan plan = plan();
    ModelArtifact artifact = model.artifact(settings);
    beginAnew();
    JobSettings job =
        Vigil.jobSettings(settings, DecoderSettings.DEFAULT, DeviceProfiles.DEFAULT, false)
            .renewedEvery(RENEW);
    HistoricalSource source = new HistoricalSource(plan.splits());
    long begin = System.nanoTime();
    try (LocalJob local = LocalJob.bounded(parallelism.orSetting(settings));
        SqliteStore store = SqliteStore.open(file);
        LiveScreen screen = LiveScreen.of(spec.commandLine().getOut(), store, !json)) {
      ActivityJob.define(
          JobInputs.of(
              local.messages(
                  once ? source : source.atChunksPerSecond(plan.rows() / ROWS_A_CHUNK / seconds),
                  "files")),
          artifact.toBytes(),
          job,
          new DocumentSink(new SqliteFile(file)));
      local.run("vigil demo", screen::refresh);
      int exit = Report.print(spec, Summary.of(store, (System.nanoTime() - begin) / 1e9), json);
      if (!once && screen.isShown()) {
        stay();
      }
      return exit;
    }
  }

  private static FilePlan plan() throws IOException {
    Path samples = Home.path().resolve("sample-data").resolve("workday.jsonl.gz");
    if (!Files.exists(samples)) {
      throw new CommandFailed(
          "The sample data %s is missing; `vigil generate --out %s` makes it"
              .formatted(samples, samples.getParent()),
          null);
    }
    return FilePlan.of(MessageFormat.JSONL, List.of(samples), DecoderSettings.DEFAULT);
  }

  private void beginAnew() throws IOException {
    for (String part : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(Path.of(file + part));
    }
  }

  private void stay() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%nThe sample data has ended; what it said is in %s. Ctrl-C stops.%n", file);
    out.flush();
    new CountDownLatch(1).await();
  }
}

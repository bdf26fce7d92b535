package io.vigil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobSettings;
import io.vigil.model.Takeover;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.store.DocumentSink;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the job against a bare pass-through of the same files, in one process. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the job on historical files beside a bare pass-through in the same process.",
      "The pass-through has the same source and decoder, and then nothing. One warm-up of each, then"
          + " rounds in turn."
    })
final class BenchCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin InputOptions input;
  @Mixin ModelOption model;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Measured runs of each, 1 to 50 (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(names = "--json", description = "Print the figures as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || rounds > 50) {
      throw new UsageException("--rounds is %d, expected 1 to 50".formatted(rounds));
    }
    Settings settings = vigil.settings();
    JobSettings job =
        Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), false);
    int tasks = parallelism.orSetting(settings);
    FilePlan plan = input.plan(settings);
    List<Takeover> models = List.of(Takeover.always(model.artifact(settings).toBytes()));
    List<Double> bare = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    Run last = null;
    try (Progress progress = Progress.of("Measuring", 2L * (rounds + 1), " runs")) {
      for (int round = 0; round <= rounds; round++) {
        double bareSeconds = passThrough(plan, job, tasks);
        progress.at(2L * round + 1);
        Run run = wholeJob(plan, models, job, tasks);
        progress.at(2L * round + 2);
        last = run;
        if (round > 0) {
          bare.add(bareSeconds);
          whole.add(run.seconds);
        }
      }
    }
    print(last.summary, median(bare), median(whole));
    last.refused.say(spec);
    return Report.exitCode(spec, last.summary);
  }

  private record Run(Summary summary, RefusedInput refused, double seconds) {}

  private static double passThrough(FilePlan plan, JobSettings job, int tasks) {
    try (LocalJob local = LocalJob.bounded(tasks)) {
      ActivityJob.samples(local.files(plan), job).sinkTo(new DiscardingSink<>());
      return local.run("vigil bench: pass-through", () -> {}) / 1e3;
    }
  }

  private static Run wholeJob(FilePlan plan, List<Takeover> models, JobSettings job, int tasks) {
    try (LocalJob local = LocalJob.bounded(tasks)) {
      Path scratch = local.scratch().resolve("bench.db");
      ActivityJob.define(
          JobInputs.of(local.files(plan)),
          models,
          job,
          JobOutputs.of(new DocumentSink(new SqliteFile(scratch))));
      double seconds = local.run("vigil bench: job", () -> {}) / 1e3;
      try (SqliteStore store = SqliteStore.open(scratch)) {
        return new Run(Summary.of(store, seconds), RefusedInput.of(store), seconds);
      }
    }
  }

  private void print(Summary summary, double bareSeconds, double wholeSeconds) {
    long read = summary.samples().read();
    if (json) {
      ObjectNode figures = Json.object(summary);
      figures.put("seconds", wholeSeconds);
      figures.put("samplesPerSecond", Math.round(read / wholeSeconds));
      figures
          .putObject("passThrough")
          .put("seconds", bareSeconds)
          .put("samplesPerSecond", Math.round(read / bareSeconds));
      figures.put("shareOfPassThrough", Math.round(1000 * bareSeconds / wholeSeconds) / 1000.0);
      figures.put("rounds", rounds);
      spec.commandLine().getOut().println(figures);
      return;
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "pass-through %,d samples/s (%.2f s)%njob          %,d samples/s (%.2f s), %.2f of the pass-through%n",
            Math.round(read / bareSeconds),
            bareSeconds,
            Math.round(read / wholeSeconds),
            wholeSeconds,
            bareSeconds / wholeSeconds);
  }

  private static double median(List<Double> seconds) {
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}

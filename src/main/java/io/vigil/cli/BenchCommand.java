package io.vigil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobSettings;
import io.vigil.model.Takeover;
import io.vigil.sensor.DecoderSettings;
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
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The load test, and the job against a bare pass-through of files. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Without files, the load test: simulated people send a second of samples every second, in Avro, through a Kafka"
          + " broker into the whole job, in real time. It says how many are served in time, how fast, and what each"
          + " costs in state, beside a bare pass-through of the same topic. In time means: 99 of 100 results lie in"
          + " the store less than 2 s after the message was due that completes them, and the job does not fall"
          + " behind. Broker and sender are processes of their own; VIGIL_HEAP is the heap of the job.",
      "With files, the job on those files beside a bare pass-through in the same process: one warm-up of each, then"
          + " rounds in turn."
    })
final class BenchCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Historical files, .gz too; none for the load test.")
  List<Path> files = List.of();

  @Mixin FleetOptions fleet;
  @Mixin FormatOptions format;
  @Mixin ModelOption model;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "With files: measured runs of each, 1 to 50 (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(names = "--json", description = "Print the figures as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = vigil.settings();
    if (files.isEmpty()) {
      refuse(names(format), "with");
      refuse(List.of("--rounds"), "with");
      return people(settings);
    }
    refuse(names(fleet), "without");
    return files(settings);
  }

  private static List<String> names(Object options) {
    return CommandSpec.forAnnotatedObject(options).options().stream()
        .map(OptionSpec::longestName)
        .toList();
  }

  /** An option that says nothing here was meant for something else. */
  private void refuse(List<String> options, String when) {
    for (String option : options) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new UsageException("%s is for a run %s files".formatted(option, when));
      }
    }
  }

  private int people(Settings settings) throws IOException {
    fleet.check();
    JobOfFleet job =
        new JobOfFleet(
            Vigil.jobSettings(
                    settings, DecoderSettings.DEFAULT, Profiles.of(settings, "uci287"), false)
                .live()
                .forgettingAfter(settings.participants().forgetAfter()),
            List.of(Takeover.always(model.artifact(settings).toBytes())),
            settings.checkpoints().every(),
            parallelism.orSetting(settings));
    FleetReport report = new FleetReport(spec.commandLine().getOut(), json);
    try (FleetBench bench = new FleetBench()) {
      return report.print(bench.measure(fleet, job, report::one));
    }
  }

  private int files(Settings settings) throws IOException {
    if (rounds < 1 || rounds > 50) {
      throw new UsageException("--rounds is %d, expected 1 to 50".formatted(rounds));
    }
    JobSettings job =
        Vigil.jobSettings(settings, format.decoder(settings), format.profiles(settings), false);
    int tasks = parallelism.orSetting(settings);
    FilePlan plan = format.plan(settings, files);
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

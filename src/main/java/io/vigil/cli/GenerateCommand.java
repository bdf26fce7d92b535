package io.vigil.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.CsvLines;
import io.vigil.simulate.JsonLines;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import io.vigil.simulate.Truth;
import io.vigil.simulate.Uci287Files;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what the chest sensors of simulated people send in a working day. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Simulates people who wear a chest sensor, and writes what reaches a hub.",
      "That is sensor batches with activities, falls, gaps, duplicates and disorder.",
      "The same options give the same bytes."
    })
final class GenerateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Write into this directory; it is made if there is none.")
  Path out;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many people (default: ${DEFAULT-VALUE}).")
  int people;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What all chance follows from (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--hours",
      paramLabel = "HOURS",
      defaultValue = "8",
      description = "Length of the working day in hours (default: ${DEFAULT-VALUE}).")
  double hours;

  @Option(
      names = "--compress",
      paramLabel = "FACTOR",
      defaultValue = "20",
      description =
          "By how much the day is shortened; movements keep their pace (default:"
              + " ${DEFAULT-VALUE}).")
  double compress;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      defaultValue = "2026-01-05T09:00:00Z",
      description = "First instant of the day, ISO-8601 (default: ${DEFAULT-VALUE}).")
  Instant start;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description =
          "jsonl: batches, workday.jsonl.gz; csv: samples, workday.csv.gz; uci287: a file N.csv"
              + " for each person, as recorded, whatever the radio did (default:"
              + " ${DEFAULT-VALUE}).")
  Format format;

  @Option(
      names = "--falls",
      paramLabel = "N",
      description = "How many people fall (default: 3, or all if fewer).")
  Integer falls;

  @Option(
      names = "--gaps",
      paramLabel = "N",
      description =
          "For how many people the radio fails for a few minutes; every other one's sensor"
              + " uploads afterwards what it kept (default: 2, or all if fewer).")
  Integer gaps;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "Share of batches that are sent twice, 0 to 1 (default: ${DEFAULT-VALUE}).")
  double duplicates;

  @Option(
      names = "--disorder",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description =
          "By how many newer one-second batches a batch may be overtaken (default:"
              + " ${DEFAULT-VALUE}). Nothing is late where time.disorder is a second longer.")
  int disorder;

  @Option(names = "--json", description = "Print the summary as JSON.")
  boolean json;

  enum Format {
    jsonl,
    csv,
    uci287
  }

  @Override
  public Integer call() throws IOException {
    Scenario scenario = scenario();
    OutputFolder.make("--out", out);
    Truth truth = simulate(scenario);
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Files.writeString(out.resolve("truth.json"), mapper.writeValueAsString(truth) + "\n");
    print(scenario, truth);
    return 0;
  }

  private Scenario scenario() {
    try {
      return new Scenario(
          people,
          seed,
          hours,
          compress,
          start,
          falls == null ? Math.min(3, people) : falls,
          gaps == null ? Math.min(2, people) : gaps,
          duplicates,
          disorder);
    } catch (IllegalArgumentException outOfRange) {
      throw new UsageException(outOfRange.getMessage());
    }
  }

  private Truth simulate(Scenario scenario) throws IOException {
    Simulation simulation = new Simulation(scenario);
    try (Progress progress =
        json ? Progress.none() : Progress.of("Simulating", scenario.seconds(), " s")) {
      IntConsumer passed = progress::at;
      return switch (format) {
        case jsonl -> {
          try (JsonLines lines = new JsonLines(gzip("workday.jsonl.gz"))) {
            yield simulation.run(BatchWriter.NONE, lines, passed);
          }
        }
        case csv -> {
          try (CsvLines lines = new CsvLines(gzip("workday.csv.gz"))) {
            yield simulation.run(BatchWriter.NONE, lines, passed);
          }
        }
        case uci287 -> {
          try (Uci287Files files = new Uci287Files(out)) {
            yield simulation.run(files, BatchWriter.NONE, passed);
          }
        }
      };
    }
  }

  /** GZIPOutputStream writes no time stamp, so the same content is the same file. */
  private OutputStream gzip(String name) throws IOException {
    OutputStream file = Files.newOutputStream(out.resolve(name));
    return new BufferedOutputStream(new GZIPOutputStream(file, 1 << 16), 1 << 16);
  }

  private void print(Scenario scenario, Truth truth) {
    if (json) {
      ObjectNode summary = Json.object(Map.of());
      summary.put("out", out.toString());
      summary.put("format", format.name());
      summary.put("people", truth.people().size());
      summary.put("secondsEach", scenario.seconds());
      summary.set("samples", Json.object(truth.samples()));
      summary.set("batches", Json.object(truth.batches()));
      summary.put("episodes", truth.episodes().size());
      summary.put("falls", truth.falls().size());
      summary.put("gaps", truth.gaps().size());
      spec.commandLine().getOut().println(Json.line(summary));
      return;
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d people for %.1f minutes each: %,d samples recorded, %,d lost in gaps, %,d sent"
                + " twice, %,d batches delayed, %d falls -> %s%n",
            truth.people().size(),
            scenario.seconds() / 60.0,
            truth.samples().recorded(),
            truth.samples().lost(),
            truth.samples().duplicates(),
            truth.batches().delayed(),
            truth.falls().size(),
            out);
  }
}

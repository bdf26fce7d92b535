package io.vigil.lake;

import io.vigil.JobRun;
import io.vigil.learn.Example;
import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.JsonLines;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Three simulated people for some minutes up to and past midnight, who say what they do, and the
 * examples that a job finds which nothing happens to.
 *
 * @param file of JSON lines
 * @param reference how that job went
 * @param examples it found
 */
record LakeDay(Path file, JobRun reference, Collection<Example> examples) {
  private static final Instant BEGINNING = Instant.parse("2026-01-05T23:56:00Z");

  static LakeDay in(Path folder, long seed) throws Exception {
    List<Batch> batches = new ArrayList<>();
    new Simulation(new Scenario(3, seed, 8, 80, BEGINNING, 0, 0, 0, 0))
        .run(BatchWriter.NONE, batches::add, second -> {});
    Path file = write(folder, batches);
    CollectedExamples collected = new CollectedExamples();
    JobRun reference = new JobRun.Plan(folder).examples(collected).over(file);
    return new LakeDay(file, reference, collected.examples());
  }

  private static Path write(Path folder, List<Batch> batches) throws IOException {
    Path file = folder.resolve("day.jsonl");
    try (OutputStream out = Files.newOutputStream(file);
        JsonLines json = new JsonLines(out)) {
      for (Batch batch : batches) {
        json.write(batch);
      }
    }
    return file;
  }

  /** What each example is about, a line each, sorted. */
  Stream<String> lines() {
    return examples.stream().map(LakeDay::line).sorted();
  }

  /** The same, of examples as DuckDB reads them. */
  static Stream<String> lines(Duck duck) {
    return duck
        .rows(
            """
            SELECT participantId, epoch_us(start), reason, coalesce(label, ''), activity,
                   list_sum(x), list_sum(features)
            FROM read_parquet(LAKE)
            """)
        .stream()
        .sorted();
  }

  static String line(Example example) {
    var prediction = example.scored().prediction();
    double x = 0;
    for (float one : example.scored().measured().window().x()) {
      x += one;
    }
    double features = 0;
    for (double one : example.scored().measured().features().values()) {
      features += one;
    }
    return String.join(
        "|",
        prediction.participantId(),
        String.valueOf(prediction.start()),
        example.reason().name(),
        prediction.label(),
        prediction.activity(),
        String.valueOf(x),
        String.valueOf(features));
  }
}

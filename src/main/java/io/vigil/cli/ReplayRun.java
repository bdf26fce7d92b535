package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobSettings;
import io.vigil.learn.Example;
import io.vigil.model.Takeover;
import io.vigil.source.FilePlan;
import io.vigil.store.DocumentSink;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;

/** Historical files run through the whole job, and what it left in a store of its own. */
final class ReplayRun implements AutoCloseable {
  private final SqliteStore store;
  private final double seconds;

  private ReplayRun(SqliteStore store, double seconds) {
    this.store = store;
    this.seconds = seconds;
  }

  /**
   * Runs them to their end.
   *
   * @param local to run in; the store is gone with it
   * @param models that are in force, each from its own moment on
   * @param task what it is done for, in a word
   */
  static ReplayRun of(
      LocalJob local, FilePlan plan, List<Takeover> models, JobSettings job, String task) {
    return of(local, plan, models, job, Optional.empty(), task);
  }

  /** The same with examples kept, if there is where. */
  static ReplayRun of(
      LocalJob local,
      FilePlan plan,
      List<Takeover> models,
      JobSettings job,
      Optional<Sink<Example>> examples,
      String task) {
    Path scratch = local.scratch().resolve("replay.db");
    ActivityJob.define(
        JobInputs.of(local.files(plan)),
        models,
        job,
        new JobOutputs(new DocumentSink(new SqliteFile(scratch)), examples));
    long begin = System.nanoTime();
    try (Progress progress = Progress.ofRows(task, plan.rows())) {
      local.run("vigil replay", progress::look);
    }
    return new ReplayRun(SqliteStore.open(scratch), (System.nanoTime() - begin) / 1e9);
  }

  /** All documents that the job wrote. */
  SqliteStore store() {
    return store;
  }

  /** What could not be used. */
  RefusedInput refused() {
    return RefusedInput.of(store);
  }

  /** What became of every sample. */
  Summary summary() {
    return Summary.of(store, seconds);
  }

  @Override
  public void close() {
    store.close();
  }
}

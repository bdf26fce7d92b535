package io.vigil.cli;

import io.vigil.metric.JobMetric;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal, and nothing anywhere else. */
final class Progress implements AutoCloseable {
  private final ProgressBar bar;
  private final long readBefore = LocalCounters.sum(JobMetric.SAMPLES_READ);

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * @param task what is done, in a word or two
   * @param total of the work, in units
   * @param unit of the work, with a space before it
   */
  static Progress of(String task, long total, String unit) {
    if (System.console() == null) {
      return none();
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(unit, 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(250)
            .showSpeed()
            .clearDisplayOnFinish()
            .build());
  }

  /** Nothing, where a command is told to print for machines alone. */
  static Progress none() {
    return new Progress(null);
  }

  /** The rows of files that jobs in this process read from now on. */
  static Progress ofRows(String task, long rows) {
    return of(task, rows, " rows");
  }

  /** Looks how many rows were read since this began. */
  void look() {
    at(LocalCounters.sum(JobMetric.SAMPLES_READ) - readBefore);
  }

  /** Says how much is done so far. */
  void at(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

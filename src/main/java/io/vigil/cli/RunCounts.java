package io.vigil.cli;

import io.vigil.metric.JobMetric;

/** How much has come through the jobs of this process since it was made, and how fast of late. */
final class RunCounts {
  private final long samplesBefore = LocalCounters.sum(JobMetric.SAMPLES_READ);
  private final long windowsBefore = LocalCounters.sum(JobMetric.WINDOWS);
  private final long refusedBefore = refused();
  private long lastSamples;
  private long lastNanos = System.nanoTime();

  /** How long the last look is ago, in nanoseconds. */
  long age() {
    return System.nanoTime() - lastNanos;
  }

  /** Looks. */
  LiveTable.Counts look() {
    long now = System.nanoTime();
    long samples = LocalCounters.sum(JobMetric.SAMPLES_READ) - samplesBefore;
    long rate = Math.round((samples - lastSamples) * 1e9 / Math.max(1, now - lastNanos));
    lastSamples = samples;
    lastNanos = now;
    return new LiveTable.Counts(
        samples,
        rate,
        LocalCounters.sum(JobMetric.WINDOWS) - windowsBefore,
        refused() - refusedBefore);
  }

  private static long refused() {
    return LocalCounters.sum(JobMetric.SAMPLES_INVALID) + LocalCounters.sum(JobMetric.SAMPLES_LATE);
  }
}

package io.vigil.cli;

import io.vigil.bench.TimedStores;
import io.vigil.metric.JobMetric;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What had been read and used by an instant.
 *
 * @param micros since the epoch
 * @param samples read by jobs of this process
 * @param job processor time of this process, in which the job runs
 * @param sender processor time of who sends
 * @param broker processor time of the broker, if it is our own
 * @param load of the machine, of all programs: how many want a processor
 */
record Used(
    long micros, long samples, Duration job, Duration sender, Duration broker, double load) {

  static Used now(FleetSetUp setUp) {
    return new Used(
        TimedStores.nowMicros(),
        LocalCounters.sum(JobMetric.SAMPLES_READ),
        ofThisProcess(),
        setUp.sender().processorTime(),
        setUp.broker().map(BenchProcess::processorTime).orElse(Duration.ZERO),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Processor time that this process has used. */
  static Duration ofThisProcess() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** How many processors were in use from one instant to another, in the mean. */
  static double cores(Duration from, Duration to, double seconds) {
    return Math.round(to.minus(from).toNanos() / 1e9 / seconds * 100) / 100.0;
  }
}

package io.vigil.cli;

import io.vigil.bench.Fleet;
import io.vigil.bench.FleetHub;
import io.vigil.bench.ResultTimes;
import io.vigil.bench.TimedStores;
import io.vigil.cli.FleetFigures.LagFigures;
import io.vigil.cli.FleetFigures.PassThrough;
import io.vigil.cli.FleetFigures.Sent;
import io.vigil.cli.FleetFigures.Speed;
import io.vigil.cli.FleetFigures.StateFigures;
import io.vigil.cli.FleetFigures.Times;
import io.vigil.metric.JobMetric;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Measures the job with one number of people, and the pass-through beside it. */
final class FleetRun {
  private final FleetSetUp setUp;
  private final FleetHub hub;
  private final int people;
  private final Path folder;
  private final ResultTimes results;

  /**
   * @param folder for the store, that is the caller's to delete
   */
  FleetRun(FleetSetUp setUp, FleetHub hub, int people, Path folder) {
    this.setUp = setUp;
    this.hub = hub;
    this.people = people;
    this.folder = folder;
    this.results = new ResultTimes(setUp.job().settings().time().disorderMicros());
  }

  /** Measures. */
  FleetFigures measure() {
    Path store = folder.resolve(hub.topic() + ".db");
    FleetJob jobs = new FleetJob(setUp, hub);
    hub.make();
    try (TimedStores stores = new TimedStores(new SqliteFile(store), results)) {
      FleetWatch watch;
      long millis;
      try (LocalJob whole = jobs.whole(stores);
          Progress progress =
              Progress.of(
                  String.format(Locale.ROOT, "Measuring %,d people", people),
                  setUp.options().warmUp + setUp.options().seconds,
                  " s")) {
        watch = new FleetWatch(setUp, hub, people, results, whole.scratch(), progress);
        millis = run(whole, watch);
      }
      return figures(watch, store, millis / 1e3, jobs);
    } finally {
      hub.delete();
    }
  }

  private static long run(LocalJob whole, FleetWatch watch) {
    try {
      return whole.run("vigil bench: job", watch);
    } catch (CommandFailed failed) {
      if (watch.why().isEmpty()) {
        throw failed;
      }
      watch.hearSender();
      return 0;
    }
  }

  private FleetFigures figures(FleetWatch watch, Path file, double seconds, FleetJob jobs) {
    if (!watch.why().isEmpty()) {
      return FleetFigures.givenUp(people, watch.why());
    }
    Speed speed = speed(watch.begin().orElseThrow(), watch.end().orElseThrow());
    Times times = new Times(results.fromDue(), results.fromLastSample(), results.fromImpact());
    LagFigures lag = new LagFigures(rounded(watch.lag().median()), rounded(watch.lag().growth()));
    try (SqliteStore store = SqliteStore.open(file)) {
      return new FleetFigures(
          people,
          Served.why(times, lag).isEmpty(),
          Served.why(times, lag),
          sent(watch),
          Summary.of(store, seconds),
          speed,
          times,
          lag,
          StateFigures.of(watch.state().orElseThrow(), people),
          passThrough(jobs, speed));
    }
  }

  private Sent sent(FleetWatch watch) {
    BenchPart.Sent sent = watch.sent().orElseThrow();
    long samples = sent.messages() * Fleet.samplesOfMessage();
    return new Sent(sent.messages(), samples, samples - watch.samplesRead(), sent.late());
  }

  private static Speed speed(Used begin, Used end) {
    double seconds = (end.micros() - begin.micros()) / 1e6;
    long samples = end.samples() - begin.samples();
    return new Speed(
        rounded(seconds),
        Math.round(samples / seconds),
        aCoreSecond(samples, end.job().minus(begin.job())),
        Used.cores(begin.job(), end.job(), seconds),
        Used.cores(begin.sender(), end.sender(), seconds),
        Used.cores(begin.broker(), end.broker(), seconds),
        rounded(end.load()));
  }

  private PassThrough passThrough(FleetJob jobs, Speed speed) {
    long samplesBefore = LocalCounters.sum(JobMetric.SAMPLES_READ);
    Duration before = Used.ofThisProcess();
    double seconds;
    try (LocalJob local = jobs.passThrough()) {
      seconds = local.run("vigil bench: pass-through", () -> {}) / 1e3;
    }
    long samples = LocalCounters.sum(JobMetric.SAMPLES_READ) - samplesBefore;
    long each = aCoreSecond(samples, Used.ofThisProcess().minus(before));
    return new PassThrough(
        rounded(seconds),
        Math.round(samples / seconds),
        each,
        rounded((double) speed.samplesPerCoreSecond() / each));
  }

  private static long aCoreSecond(long samples, Duration used) {
    return Math.round(samples / Math.max(1e-3, used.toNanos() / 1e9));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

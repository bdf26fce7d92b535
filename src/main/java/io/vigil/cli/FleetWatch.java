package io.vigil.cli;

import io.vigil.bench.Fleet;
import io.vigil.bench.FleetHub;
import io.vigil.bench.Lag;
import io.vigil.bench.MeasuredFleet;
import io.vigil.bench.ResultTimes;
import io.vigil.bench.StateSize;
import io.vigil.bench.TimedStores;
import io.vigil.metric.JobMetric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/**
 * Looks at the job while a fleet sends: notes what was used when the measured time begins and ends,
 * waits until all that was sent is read, weighs a savepoint, and ends the job. It gives up where
 * the job is hopelessly behind.
 */
final class FleetWatch implements Consumer<JobClient> {
  /** So far behind, results are no longer of any use. */
  private static final double HOPELESS_SECONDS = 10;

  /** From telling the sender to the first message. */
  private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(1);

  /** How long the job may take to live. */
  private static final Duration START = Duration.ofSeconds(120);

  private static final long SECOND = 1_000_000;

  /** How long after the last message was sent it may take to be read. */
  private static final Duration LEFT_OVER = Duration.ofSeconds(30);

  private final FleetSetUp setUp;
  private final FleetHub hub;
  private final int people;
  private final ResultTimes results;
  private final Path scratch;
  private final Progress progress;
  private final Lag lag;
  private final CleanEnd cleanEnd;
  private final long samplesBefore = LocalCounters.sum(JobMetric.SAMPLES_READ);
  private final long aliveBy = TimedStores.nowMicros() + START.toNanos() / 1000;
  private MeasuredFleet measured;
  private Used begin;
  private Used end;
  private BenchPart.Sent sent;
  private long sentMicros;
  private CompletableFuture<String> savepoint;
  private StateSize state;
  private String why = "";
  private boolean over;

  FleetWatch(
      FleetSetUp setUp,
      FleetHub hub,
      int people,
      ResultTimes results,
      Path scratch,
      Progress progress) {
    this.setUp = setUp;
    this.hub = hub;
    this.people = people;
    this.results = results;
    this.scratch = scratch;
    this.progress = progress;
    this.lag = new Lag(people);
    this.cleanEnd = new CleanEnd(scratch.resolve("last"));
  }

  @Override
  public void accept(JobClient job) {
    if (over) {
      return;
    }
    long now = TimedStores.nowMicros();
    if (measured != null) {
      progress.at(Math.max(0, (now - measured.fleet().beginMicros()) / SECOND));
      measure(now);
    } else if (results.alive()) {
      begin(now);
    } else if (now > aliveBy) {
      why = "given up because the job did not live after %d s".formatted(START.toSeconds());
    }
    if (!why.isEmpty()) {
      giveUp(job);
    } else if (end != null && isRead(now)) {
      weigh(job);
    }
  }

  private void begin(long now) {
    FleetOptions options = setUp.options();
    measured =
        MeasuredFleet.of(
            people, now + BEFORE_THE_FIRST.toNanos() / 1000, options.warmUp, options.seconds);
    results.begin(measured);
    setUp.sender().tell(Json.line(new BenchPart.Order(measured, hub)));
  }

  private void measure(long now) {
    if (begin == null && now >= measured.fromMicros()) {
      begin = Used.now(setUp);
    }
    if (end == null && now >= measured.toMicros()) {
      end = Used.now(setUp);
    }
    // Before it is measured, the compiler of the JVM has most of its work still to do.
    if (begin != null && end == null) {
      lag.add(behind(now));
      double seconds = (double) behind(now) / people;
      if (seconds > HOPELESS_SECONDS) {
        why = "given up %.1f s behind what was due".formatted(seconds);
      }
    }
  }

  private long behind(long now) {
    return measured.fleet().dueBefore(now) - samplesRead() / Fleet.samplesOfMessage();
  }

  private boolean isRead(long now) {
    if (sent == null) {
      Optional<BenchPart.Sent> answered = answered();
      answered.ifPresent(
          answer -> {
            sent = answer;
            sentMicros = now;
          });
      return false;
    }
    if (samplesRead() >= sent.messages() * Fleet.samplesOfMessage()) {
      return true;
    }
    if (now - sentMicros > LEFT_OVER.toNanos() / 1000) {
      why =
          "given up with messages that were not read %d s after all was sent"
              .formatted(LEFT_OVER.toSeconds());
    }
    return false;
  }

  /** Waits for what the sender has to say, so that it is free for the next fleet. */
  void hearSender() {
    if (measured != null && sent == null) {
      sent = Json.value(setUp.sender().answer(), BenchPart.Sent.class);
    }
  }

  private Optional<BenchPart.Sent> answered() {
    return setUp.sender().answered().map(line -> Json.value(line, BenchPart.Sent.class));
  }

  private void weigh(JobClient job) {
    if (savepoint == null) {
      savepoint =
          job.triggerSavepoint(
              scratch.resolve("weighed").toUri().toString(), SavepointFormatType.CANONICAL);
    } else if (savepoint.isDone() && state == null) {
      state = size();
    }
    if (state != null) {
      cleanEnd.of(job);
    }
  }

  private StateSize size() {
    try {
      return StateSize.of(Path.of(URI.create(savepoint.join())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CompletionException | CancellationException e) {
      throw new CommandFailed("The job's state could not be weighed: " + Engine.reason(e), e);
    }
  }

  private void giveUp(JobClient job) {
    over = true;
    if (measured != null && sent == null) {
      setUp.sender().tell(BenchPart.STOP);
    }
    job.cancel();
  }

  /** Samples that the job has read so far. */
  long samplesRead() {
    return LocalCounters.sum(JobMetric.SAMPLES_READ) - samplesBefore;
  }

  /** Why it was given up, or the empty string. */
  String why() {
    return why;
  }

  /** What was used by the beginning of the measured time, if it came to that. */
  Optional<Used> begin() {
    return Optional.ofNullable(begin);
  }

  /** What was used by its end. */
  Optional<Used> end() {
    return Optional.ofNullable(end);
  }

  Lag lag() {
    return lag;
  }

  /** What the sender says of itself, if it was heard to its end. */
  Optional<BenchPart.Sent> sent() {
    return Optional.ofNullable(sent);
  }

  /** What a savepoint holds, if it came to one. */
  Optional<StateSize> state() {
    return Optional.ofNullable(state);
  }
}

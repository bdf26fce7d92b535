package io.vigil.fault.rig;

import io.vigil.sensor.AvroBatch;
import io.vigil.sensor.AvroBatches;
import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Simulated people whose sensors send a second of samples a message as it passes, in Avro. */
public final class Load implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;

  private final String names;
  private final List<List<Batch>> seconds;
  private final Sender sender;
  private final Thread thread = new Thread(this::send, "load");
  private volatile int passed;
  private volatile boolean ended;

  private Load(String names, List<List<Batch>> seconds, Sender sender) {
    this.names = names;
    this.seconds = seconds;
    this.sender = sender;
    thread.setDaemon(true);
  }

  /**
   * Plans people's time from now on.
   *
   * @param people how many, each of whom sends a message a second
   * @param seconds how long at most, 300 or more
   * @param names what the participants' ids begin with; those who were first have "p"
   */
  static Load of(int people, int seconds, long seed, String names, Sender sender)
      throws IOException {
    Scenario scenario =
        new Scenario(
            people,
            seed & 0xffff,
            seconds / 3600.0,
            1,
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            Math.max(1, people / 20),
            0,
            0.01,
            1);
    List<List<Batch>> all = new ArrayList<>();
    List<Batch> second = new ArrayList<>();
    new Simulation(scenario)
        .run(
            BatchWriter.NONE,
            batch -> second.add(named(names, batch)),
            passed -> {
              all.add(List.copyOf(second));
              second.clear();
            });
    return new Load(names, all, sender);
  }

  private static Batch named(String names, Batch batch) {
    return new Batch(
        names + batch.participantId().substring(1),
        batch.deviceId(),
        batch.sequence(),
        batch.startMicros(),
        batch.x(),
        batch.y(),
        batch.z(),
        batch.activity());
  }

  /** Begins to send. */
  Load start() {
    thread.start();
    return this;
  }

  /** How many seconds have been sent. */
  public int passed() {
    sender.throwIfFailed();
    if (!thread.isAlive() && !ended) {
      throw new IllegalStateException("The load ran out after " + passed + " seconds");
    }
    return passed;
  }

  /** Whether a participant is one of its people, and they still send. */
  boolean sends(String participantId) {
    return !ended && participantId.startsWith(names);
  }

  private void send() {
    long start = System.nanoTime();
    for (List<Batch> second : seconds) {
      long due = start + (passed + 1L) * SECOND;
      while (!ended && System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      if (ended) {
        return;
      }
      for (Batch batch : second) {
        sender.send(batch.participantId(), AvroBatches.encode(avro(batch)), batch.x().length);
      }
      passed++;
    }
  }

  private static AvroBatch avro(Batch batch) {
    Instant start = Instant.EPOCH.plus(batch.startMicros(), ChronoUnit.MICROS);
    return AvroBatch.ofCounts(
        batch.participantId(), start, Batch.RATE_HZ, batch.x(), batch.y(), batch.z());
  }

  /** Ends it. */
  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
  }
}

package io.vigil.fault.rig;

import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Simulated people whose sensors send a second of samples a message as it passes, in Avro. */
public final class Load implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final int ONE_IN = 20;

  private final String names;
  private final Instant planned;
  private final List<List<Batch>> seconds;
  private final int past;
  private final Sender sender;
  private final Thread thread = new Thread(this::send, "load");
  private volatile Air air = Air.CLEAR;
  private volatile int passed;
  private volatile boolean ended;

  private Load(String names, Instant planned, List<List<Batch>> seconds, int past, Sender sender) {
    this.names = names;
    this.planned = planned;
    this.seconds = seconds;
    this.past = past;
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
    return of(people, 0, seconds, seed, names, sender);
  }

  /**
   * The same of people whose sensors were out of reach, and send what they kept at once.
   *
   * @param past how many of the seconds lie before now
   */
  static Load of(int people, int past, int seconds, long seed, String names, Sender sender)
      throws IOException {
    Instant planned = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Scenario scenario =
        new Scenario(
            people,
            seed & 0xffff,
            seconds / 3600.0,
            1,
            planned.minusSeconds(past),
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
    return new Load(names, planned, all, past, sender);
  }

  private static Batch named(String names, Batch batch) {
    return of(names + batch.participantId().substring(1), batch, 0);
  }

  private static Batch of(String participantId, Batch batch, long laterMicros) {
    return new Batch(
        participantId,
        batch.deviceId(),
        batch.sequence(),
        batch.startMicros() + laterMicros,
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

  /**
   * Sends at once, as that of so many others, what lies before now of these people's time: of one
   * in twenty all of it, of the rest a second.
   */
  void sendOnce(int others) {
    Map<String, List<Batch>> whole = new TreeMap<>();
    seconds.subList(0, past).stream()
        .flatMap(List::stream)
        .forEach(
            batch ->
                whole.computeIfAbsent(batch.participantId(), id -> new ArrayList<>()).add(batch));
    List<List<Batch>> each = List.copyOf(whole.values());
    long late = lateMicros();
    for (int other = 0; other < others; other++) {
      List<Batch> all = each.get(other % each.size());
      for (Batch batch : other % ONE_IN == 0 ? all : all.subList(0, 1)) {
        sender.send(Message.of(of(names + other, batch, late)));
      }
    }
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

  /** Who sends, in the order of their names. */
  List<String> people() {
    return seconds.stream()
        .flatMap(List::stream)
        .map(Batch::participantId)
        .distinct()
        .sorted()
        .toList();
  }

  /** What becomes of what is sent, from the next second on. */
  void through(Air changed) {
    air = changed;
  }

  private void send() {
    long start = System.nanoTime();
    long late = lateMicros();
    Air around = Air.CLEAR;
    for (List<Batch> second : seconds) {
      awaitNanos(start + (passed - past + 1L) * SECOND);
      if (ended) {
        break;
      }
      Air now = air;
      if (now != around) {
        around.rest().forEach(sender::send);
        around = now;
      }
      around.through(later(second, late)).forEach(sender::send);
      passed++;
    }
    around.rest().forEach(sender::send);
  }

  /**
   * How long it took to make all this up: sensors measure now, or what the job is late by would be
   * this much more.
   */
  private long lateMicros() {
    return ChronoUnit.MICROS.between(planned, Instant.now());
  }

  private static List<Batch> later(List<Batch> second, long micros) {
    return second.stream().map(batch -> of(batch.participantId(), batch, micros)).toList();
  }

  private void awaitNanos(long due) {
    while (!ended && System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  /** Ends it. */
  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
  }
}

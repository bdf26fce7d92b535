package io.vigil.simulate;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A day of several people, second by second. */
public final class Simulation {
  private static final long MICROS = 1_000_000;
  private static final int SHORTEST_GAP_SECONDS = 120;
  private static final int LONGEST_GAP_SECONDS = 240;

  private final Scenario scenario;
  private final List<Wearer> wearers = new ArrayList<>();

  /** Plans everybody's day. */
  public Simulation(Scenario scenario) {
    this.scenario = scenario;
    Random random = new Random(SmoothNoise.mix(scenario.seed()));
    int people = scenario.people();
    List<Integer> lots = new ArrayList<>(IntStream.range(0, people).boxed().toList());
    Collections.shuffle(lots, random);
    for (int i = 0; i < people; i++) {
      int fallLot = lots.get(i);
      // Counted from the other end, so that a fall and a gap rarely meet in one person.
      int gapLot = people - 1 - fallLot;
      wearers.add(
          new Wearer(
              scenario,
              Person.number(i + 1, scenario.seed()),
              fallLot < scenario.falls() ? fallFrom(random) : Day.NO_FALL,
              gapLot < scenario.gaps() ? gap(gapLot % 2 == 0, random) : Gap.NONE));
    }
  }

  /**
   * Lets the day pass.
   *
   * @param recorded is given every batch as the sensors make it, in the order of time
   * @param arrived is given every batch in the order in which it reaches the hub
   * @param passed is told how many seconds have passed
   * @return what really happened
   * @throws IOException when a batch cannot be written
   */
  public Truth run(BatchWriter recorded, BatchWriter arrived, IntConsumer passed)
      throws IOException {
    Arrivals hub = new Arrivals(arrived);
    long start = ChronoUnit.MICROS.between(Instant.EPOCH, scenario.start());
    for (int second = 0; second < scenario.seconds(); second++) {
      for (Wearer wearer : wearers) {
        Batch batch = wearer.batch(second);
        recorded.write(batch);
        hub.send(batch, wearer.arrivals(batch));
      }
      // Batches of the next second end two seconds after this one began, or later.
      hub.deliverBefore(start + (second + 2) * MICROS);
      passed.accept(second + 1);
    }
    hub.deliverBefore(Long.MAX_VALUE);
    return truth(hub.count());
  }

  private Truth truth(Truth.Count batches) {
    return new Truth(
        scenario.seed(),
        wearers.stream().map(Wearer::self).toList(),
        wearers.stream().flatMap(w -> w.episodes().stream()).toList(),
        wearers.stream().flatMap(w -> w.falls().stream()).toList(),
        wearers.stream().flatMap(w -> w.gaps().stream()).toList(),
        batches.times(Batch.RATE_HZ),
        batches);
  }

  /** In the middle of the day. */
  private int fallFrom(Random random) {
    return (int) (scenario.seconds() * (0.4 + 0.15 * random.nextDouble()));
  }

  /** A few minutes in the first third of the day. */
  private Gap gap(boolean uploaded, Random random) {
    int wanted = SHORTEST_GAP_SECONDS + random.nextInt(LONGEST_GAP_SECONDS - SHORTEST_GAP_SECONDS);
    int length = Math.min(wanted, scenario.seconds() / 5);
    int start = (int) (scenario.seconds() * (0.05 + 0.1 * random.nextDouble()));
    return new Gap(start, start + length, uploaded);
  }
}

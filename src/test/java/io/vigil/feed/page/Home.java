package io.vigil.feed.page;

import io.vigil.feed.Feed;
import io.vigil.feed.access.LocalAccess;
import io.vigil.feed.access.LocalDoor;
import io.vigil.feed.access.LocalSessions;
import io.vigil.feed.hook.DeliveryStatus;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.sensor.SampleBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A job, a store and a feed that can be stopped and started again at its place. */
final class Home implements AutoCloseable {
  private static final int RATE_HZ = 50;
  private static final int IMPACT = 8 * RATE_HZ;
  private static final int SAMPLES = 14 * RATE_HZ;

  private final Path folder;
  private final MadeUpJob job;
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, List<DeliveryStatus>> deliveries = new ConcurrentHashMap<>();
  private Feed feed;
  private int port;
  private String token;

  Home(Path folder) throws IOException {
    this.folder = folder;
    this.job = new MadeUpJob(Feeds.store(folder)).answering();
    startFeed();
  }

  MadeUpJob job() {
    return job;
  }

  /** The job says from now on that it lives. */
  void beat() {
    heart.scheduleWithFixedDelay(() -> job.beats(Instant.now()), 0, 2, TimeUnit.SECONDS);
  }

  /** Starts the feed where it was, for those who were let in. */
  void startFeed() throws IOException {
    LocalAccess access = new LocalAccess(LocalSessions.in(folder.resolve("sessions")));
    token = access.token();
    feed =
        Feed.start(
            Feeds.setUp(folder, port, access, List.of(new LocalDoor(access)))
                .withDeliveries(id -> deliveries.getOrDefault(id, List.of())));
    port = feed.port();
  }

  void stopFeed() {
    feed.close();
  }

  /** Where it is, for who is let in. */
  String address() {
    return "http://localhost:" + port + "/";
  }

  /** Where it is, for one who is to be let in. */
  String addressWithToken() {
    return address() + "#token=" + token;
  }

  /** Somebody walks, falls and lies still; the alert's id. */
  String fall(String participant, Instant at) {
    return job.fall(
        participant,
        at,
        "An impact of 3.4 g, then lying still for 6 s: a fall, and nobody got up.",
        samples(participant, at));
  }

  /** How far the messages about an alert have come. */
  void deliveries(String alertId, DeliveryStatus... known) {
    deliveries.put(alertId, List.of(known));
  }

  /** A day of many things until now. */
  void day(String participant) {
    Instant end = Instant.now();
    List<String> done =
        List.of("Walking", "WorkingAtComputer", "Standing", "TalkingWhileStanding", "Stairs");
    for (int i = 0; i < 12; i++) {
      Instant start = end.minus(50, ChronoUnit.MINUTES);
      job.does(participant, done.get(i % done.size()), start, end);
      end = start.minus(5, ChronoUnit.MINUTES);
    }
  }

  private static SampleBatch samples(String participant, Instant at) {
    Random noise = new Random(7);
    long impact = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    long[] times = new long[SAMPLES];
    short[] x = new short[SAMPLES];
    short[] y = new short[SAMPLES];
    short[] z = new short[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      times[i] = impact + (i - IMPACT) * 1_000_000L / RATE_HZ;
      boolean down = i > IMPACT;
      double step = down ? 0 : 0.25 * Math.sin(i * 0.22);
      double jolt = 2.4 * Math.exp(-Math.pow((i - IMPACT) / 3.0, 2));
      y[i] = inSteps((down ? 0.1 : 1) + step + jolt + 0.02 * noise.nextGaussian());
      z[i] = inSteps((down ? 0.99 : 0.05) + 0.02 * noise.nextGaussian());
      x[i] = inSteps(0.02 * noise.nextGaussian());
    }
    return new SampleBatch(participant, times, x, y, z, "");
  }

  private static short inSteps(double g) {
    return (short) Math.round(g * SampleBatch.PER_G);
  }

  @Override
  public void close() throws InterruptedException {
    heart.shutdownNow();
    heart.awaitTermination(30, TimeUnit.SECONDS);
    feed.close();
    job.close();
  }
}

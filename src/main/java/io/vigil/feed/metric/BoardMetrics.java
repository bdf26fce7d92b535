package io.vigil.feed.metric;

import io.vigil.feed.board.AlertRow;
import io.vigil.feed.board.Boards;
import io.vigil.feed.log.TailState;
import io.vigil.metric.FeedMetric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the feed knows of job, store and alerts, looked at when somebody asks. */
public final class BoardMetrics {
  private static final double MILLIS = 1000.0;

  private final Boards boards;
  private final Supplier<List<TailState>> tails;
  private final InstantSource clock;

  /**
   * @param tails how the store's changes are followed
   */
  public BoardMetrics(Boards boards, Supplier<List<TailState>> tails, InstantSource clock) {
    this.boards = boards;
    this.tails = tails;
    this.clock = clock;
  }

  /** Shows it. */
  public void register(FeedMetrics metrics) {
    metrics.gauge(FeedMetric.HEARTBEAT_AGE, values -> values.is(age(boards.pulse().newestTime())));
    metrics.gauge(
        FeedMetric.NEWEST_SAMPLE_AGE, values -> values.is(age(boards.pulse().newestSample())));
    metrics.gauge(
        FeedMetric.STORE_READ_AGE,
        values ->
            tails
                .get()
                .forEach(
                    tail ->
                        values.is(age(Optional.ofNullable(tail.lastRead())), tail.container())));
    metrics.gauge(FeedMetric.ALERTS_ACTIVE, this::active);
    metrics.gauge(FeedMetric.OLDEST_UNACKNOWLEDGED, values -> values.is(oldest()));
  }

  private void active(FeedMetrics.Values values) {
    Map<List<String>, Long> counts =
        boards
            .alerts()
            .find(row -> row.status().active())
            .collect(
                Collectors.groupingBy(
                    row ->
                        List.of(row.severity().name(), String.valueOf(row.status().acknowledged())),
                    Collectors.counting()));
    counts.forEach((labels, count) -> values.is(count, labels.toArray(String[]::new)));
  }

  private double oldest() {
    return boards
        .alerts()
        .find(
            row -> row.status().active() && !row.status().acknowledged() && !row.type().technical())
        .mapToLong(AlertRow::start)
        .min()
        .stream()
        .mapToDouble(start -> age(Optional.of(Instant.EPOCH.plus(start, ChronoUnit.MICROS))))
        .findFirst()
        .orElse(0);
  }

  private double age(Optional<Instant> moment) {
    return moment
        .map(then -> Duration.between(then, clock.instant()).toMillis() / MILLIS)
        .orElse(Double.POSITIVE_INFINITY);
  }
}

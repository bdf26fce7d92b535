package io.vigil.store.cosmos;

import io.vigil.metric.JobMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** What the sink counts: by one thread, read by any. */
final class Tallies {
  private final Map<JobMetric, DoubleAdder> counts = zeros(JobMetric.OF_COSMOS);
  private final Map<CosmosAnswer, DoubleAdder> retries = zeros(reasons());
  private final LongSupplier millis;
  private volatile Waiting waiting = new Waiting(0, 0, OptionalLong.empty());

  /** What waits: documents, requests under way, and since when the oldest does. */
  record Waiting(int depth, int inFlight, OptionalLong oldestSince) {}

  /**
   * @param millis the clock that says since when documents wait
   */
  Tallies(LongSupplier millis) {
    this.millis = millis;
  }

  /** The answers after which a request is sent again. */
  static List<CosmosAnswer> reasons() {
    return Arrays.stream(CosmosAnswer.values())
        .filter(answer -> answer.verdict() == CosmosAnswer.Verdict.RETRY)
        .toList();
  }

  void add(JobMetric metric, double count) {
    counts.get(metric).add(count);
  }

  void retry(CosmosAnswer reason) {
    add(JobMetric.RETRIES, 1);
    retries.get(reason).add(1);
    if (reason == CosmosAnswer.THROTTLED) {
      add(JobMetric.THROTTLED, 1);
    }
  }

  void waiting(Waiting now) {
    waiting = now;
  }

  double value(JobMetric metric) {
    return switch (metric) {
      case QUEUE_DEPTH -> waiting.depth();
      case IN_FLIGHT -> waiting.inFlight();
      case OLDEST_WAITING -> age(waiting.oldestSince());
      default -> counts.get(metric).sum();
    };
  }

  double retries(CosmosAnswer reason) {
    return retries.get(reason).sum();
  }

  private long age(OptionalLong since) {
    return since.isEmpty() ? 0 : millis.getAsLong() - since.getAsLong();
  }

  private static <K> Map<K, DoubleAdder> zeros(List<K> keys) {
    return keys.stream()
        .collect(Collectors.toUnmodifiableMap(Function.identity(), unused -> new DoubleAdder()));
  }
}

package io.vigil.feed.metric;

import io.prometheus.metrics.core.metrics.Counter;
import io.vigil.feed.hook.DeliveryQuery;
import io.vigil.feed.hook.Hook;
import io.vigil.feed.hook.HookWatch;
import io.vigil.feed.hook.Reply;
import io.vigil.metric.FeedMetric;
import java.util.List;

/** How messages come to hooks. */
public final class HookMetrics implements HookWatch {
  private final Counter answers;

  /**
   * @param hooks those that are told
   * @param deliveries how far messages have come
   */
  public HookMetrics(FeedMetrics metrics, List<Hook> hooks, DeliveryQuery deliveries) {
    answers = metrics.counter(FeedMetric.HOOK_ANSWERS);
    // From the start, so that the first failure is a rise.
    for (Hook hook : hooks) {
      for (Reply.Verdict verdict : Reply.Verdict.values()) {
        answers.labelValues(hook.name(), verdict.name());
      }
    }
    metrics.gauge(
        FeedMetric.HOOK_MESSAGES,
        values ->
            hooks.forEach(
                hook ->
                    deliveries
                        .counts(hook.name())
                        .forEach((state, count) -> values.is(count, hook.name(), state.name()))));
  }

  @Override
  public void answered(String hook, Reply.Verdict verdict) {
    answers.labelValues(hook, verdict.name()).inc();
  }
}

package io.vigil.feed.hook;

import io.vigil.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due to one hook: several alerts at a time, of each alert one message after the
 * other. Only what is on its way is in memory.
 */
final class HookLane {
  private static final Logger LOG = LoggerFactory.getLogger(HookLane.class);

  /** The most messages on their way to a hook at a time. */
  static final int MOST_UNDER_WAY = 8;

  private final Hook hook;
  private final String mark;
  private final HookLedger ledger;
  private final HookSender sender;
  private final RetryPlan plan;
  private final Clock clock;
  private final HookWatch watch;
  private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

  HookLane(
      Hook hook,
      HookLedger ledger,
      HookSender sender,
      RetryPlan plan,
      Clock clock,
      HookWatch watch) {
    this.hook = hook;
    this.mark = mark(hook);
    this.ledger = ledger;
    this.sender = sender;
    this.plan = plan;
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * Starts what is due.
   *
   * @param wake called when an answer has come and there may be more to do
   */
  void turn(Runnable wake) {
    long now = clock.millis();
    if (ledger.isGone(hook.name(), mark)) {
      ledger.giveUp(hook.name(), "not sent: the hook is disabled, as it once answered 410", now);
      return;
    }
    if (now < ledger.quietUntil(hook.name())) {
      return;
    }
    for (Delivery delivery : ledger.due(hook.name(), now, MOST_UNDER_WAY + underWay.size())) {
      if (underWay.size() >= MOST_UNDER_WAY) {
        return;
      }
      if (now > last(delivery)) {
        dead(delivery, "given up: the feed could not send it in time", now);
        continue;
      }
      // A message that was dropped while it is under way is still before the next of its alert.
      if (!underWay.containsKey(delivery.alertId()) && ledger.begin(delivery, now)) {
        send(delivery, wake);
      }
    }
  }

  /** What is on its way; done when all has been answered. */
  CompletableFuture<Void> underWay() {
    return CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new));
  }

  private void send(Delivery delivery, Runnable wake) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    underWay.put(delivery.alertId(), done);
    sender
        .send(hook, delivery.message())
        .whenComplete(
            (reply, failure) -> {
              try {
                settle(
                    delivery,
                    reply != null ? reply : Reply.fault("it could not be sent: " + failure));
              } catch (StoreException e) {
                // It stays queued, and is sent once more with the same id.
                LOG.warn(
                    "What came of {} is not known: {}", delivery.message().id(), e.getMessage());
              } finally {
                underWay.remove(delivery.alertId());
                done.complete(null);
                wake.run();
              }
            });
  }

  private void settle(Delivery delivery, Reply reply) {
    watch.answered(hook.name(), reply.verdict());
    long now = clock.millis();
    switch (reply.verdict()) {
      case DELIVERED -> ledger.delivered(delivery, reply.words(), now);
      case RETRY -> retry(delivery, reply, now);
      case DEAD -> dead(delivery, reply.words(), now);
      case GONE -> {
        ledger.gone(hook.name(), mark);
        dead(delivery, reply.words(), now);
        LOG.error(
            "{} answered 410 and is disabled; expected a receiver. Nothing more is sent to it until its url is another or its dead letters are sent again",
            hook);
      }
    }
  }

  private void retry(Delivery delivery, Reply reply, long now) {
    reply.pause().ifPresent(pause -> ledger.quiet(hook.name(), now + RetryPlan.bounded(pause)));
    Optional<Long> due = plan.next(delivery.attempts() + 1, reply.pause(), now, last(delivery));
    if (due.isPresent()) {
      ledger.retry(delivery, reply.words(), due.get());
    } else {
      dead(
          delivery,
          "given up after %d attempts; the last one: %s"
              .formatted(delivery.attempts() + 1, reply.words()),
          now);
    }
  }

  private long last(Delivery delivery) {
    return delivery.queued() + hook.giveUpAfter().toMillis();
  }

  private void dead(Delivery delivery, String why, long now) {
    ledger.dead(delivery, why, now);
    LOG.warn(
        "Message {} ({}) did not arrive at {}: {}. It is kept as a dead letter and can be sent again",
        delivery.message().id(),
        delivery.message().type(),
        hook,
        why);
  }

  /** Tells one target from another without holding what may be a token. */
  private static String mark(Hook hook) {
    return UUID.nameUUIDFromBytes(hook.target().toString().getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}

package io.vigil.feed.hook;

import io.vigil.feed.log.FeedEvent;
import io.vigil.feed.log.FeedLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the feed's log and queues what hooks are to be told, in one step with how far it read. */
final class HookPlanner {
  private static final Logger LOG = LoggerFactory.getLogger(HookPlanner.class);
  private static final int MOST_AT_ONCE = 200;

  private final FeedLog log;
  private final HookLedger ledger;
  private final List<Hook> hooks;
  private final MessageWriting writing;
  private final Clock clock;
  private boolean sure;

  HookPlanner(
      FeedLog log, HookLedger ledger, List<Hook> hooks, MessageWriting writing, Clock clock) {
    this.log = log;
    this.ledger = ledger;
    this.hooks = List.copyOf(hooks);
    this.writing = writing;
    this.clock = clock;
  }

  /** Reads all that is new. */
  void turn() {
    List<FeedEvent> events = log.after(begin(), MOST_AT_ONCE);
    while (!events.isEmpty()) {
      List<FeedEvent> batch = events;
      FeedEvent last = batch.get(batch.size() - 1);
      ledger.whole(
          () -> {
            batch.forEach(event -> news(event).ifPresent(this::plan));
            ledger.place(new HookLedger.Place(last.number(), last.key()));
          });
      events = log.after(last.number(), MOST_AT_ONCE);
    }
    sure = true;
  }

  /**
   * After which event to read on. A log that lost its end when the power failed gives the numbers
   * it lost to other events: it is read anew then, and what was told is known by its key.
   */
  private long begin() {
    Optional<HookLedger.Place> place = ledger.place();
    if (place.isEmpty() || !sure && !isInLog(place.get())) {
      return 0;
    }
    return place.get().number();
  }

  private boolean isInLog(HookLedger.Place place) {
    if (place.key().equals(HookLedger.ERASED)) {
      return true;
    }
    List<FeedEvent> there = log.after(place.number() - 1, 1);
    boolean in =
        !there.isEmpty()
            && (there.get(0).number() > place.number() || there.get(0).key().equals(place.key()));
    if (!in) {
      LOG.warn(
          "Event {} of the feed's log is not the one that hooks were told last; the log is read anew, and nothing is told twice",
          place.number());
    }
    return in;
  }

  private static Optional<AlertNews> news(FeedEvent event) {
    try {
      return NewsReading.read(event);
    } catch (IllegalArgumentException e) {
      LOG.warn(
          "Event {} of the feed's log cannot be told to hooks, and is left out: {}",
          event.number(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private void plan(AlertNews news) {
    String alert = news.alert().id();
    long now = clock.millis();
    if (news.happening().startsOver()) {
      ledger.startOver(alert);
    }
    if (news.happening().settles()) {
      ledger.dropCalls(alert, "not sent: the alert was " + news.happening().title(), now);
    }
    for (Hook hook : hooks) {
      boolean old = news.time().plus(hook.giveUpAfter()).toEpochMilli() < now;
      if (!old && hook.interest().hears(news, ledger.told(hook.name(), alert))) {
        plan(hook, news, alert, now);
      }
    }
  }

  private void plan(Hook hook, AlertNews news, String alert, long now) {
    boolean nobodyIsNeeded = news.happening() == Happening.ESCALATED && news.settled();
    boolean calledBefore =
        news.happening().isStep() && !ledger.calls(hook.name(), alert, news.level(), now);
    if (nobodyIsNeeded || calledBefore) {
      return;
    }
    ledger.hurry(hook.name(), alert, now);
    ledger.queue(hook.name(), alert, news.level(), writing.of(hook, news), now);
  }
}

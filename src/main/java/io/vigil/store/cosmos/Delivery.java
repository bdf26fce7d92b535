package io.vigil.store.cosmos;

import io.vigil.metric.JobMetric;
import io.vigil.store.Document;
import io.vigil.store.StoreException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings documents to Cosmos DB: sends what waits, and decides by the replies what follows. Every
 * document ends as exactly one of written, superseded, merged, refused (with a dead letter) or, if
 * that dead letter is refused too, dropped; unless an answer is fatal, after which nothing is done
 * any more.
 *
 * <p>Not safe for several threads: who owns it hands the replies over.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  // Bulk requests hold up to a hundred documents: fewer wait a moment for others to come.
  private static final int WORTHWHILE = 100;
  private static final int AT_ONCE = 500;
  private static final int MOST_IN_FLIGHT = 2000;
  private static final long LINGER_MILLIS = 50;

  private final String place;
  private final WriteQueue queue;
  private final Sender sender;
  private final BackOff backOff;
  private final Tallies tallies;
  private final LongSupplier clock;
  private long lastSent = Long.MIN_VALUE / 2;

  /**
   * @param place where it brings them, for messages
   * @param clock milliseconds that do not go back
   */
  Delivery(
      String place,
      WriteQueue queue,
      Sender sender,
      BackOff backOff,
      Tallies tallies,
      LongSupplier clock) {
    this.place = place;
    this.queue = queue;
    this.sender = sender;
    this.backOff = backOff;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** Whether a document may be handed over without taking more memory than is allowed. */
  boolean hasRoom() {
    return queue.hasRoom();
  }

  /** Whether everything that was handed over has come to its end. */
  boolean isDone() {
    return queue.size() == 0;
  }

  /** Takes a document. */
  void accept(Document document) {
    if (queue.offer(document, clock.getAsLong())) {
      tallies.add(JobMetric.MERGED, 1);
    }
  }

  /**
   * Sends what may be sent.
   *
   * @param hurry even where waiting a moment would make better use of the way
   */
  void send(boolean hurry) {
    long now = clock.getAsLong();
    for (int count = sendable(now, hurry); count > 0; count = sendable(now, hurry)) {
      lastSent = now;
      sender.send(queue.take(count, now));
    }
    tallies.waiting(new Tallies.Waiting(queue.size(), queue.inFlight(), queue.oldestSince()));
  }

  /** When {@link #send} should be called again, if nothing comes before. */
  OptionalLong wakeAt() {
    OptionalLong pauseEnds = queue.pauseEnds();
    int ready = queue.ready(clock.getAsLong());
    if (ready == 0 || isFull(ready)) {
      return pauseEnds;
    }
    long lingered = lastSent + LINGER_MILLIS;
    return OptionalLong.of(Math.min(lingered, pauseEnds.orElse(lingered)));
  }

  /**
   * Takes what came back.
   *
   * @throws StoreException where nothing can be written until somebody puts it right
   */
  void replied(Attempt attempt, Reply reply) {
    tallies.add(JobMetric.REQUEST_UNITS, reply.charge());
    CosmosAnswer answer = CosmosAnswer.of(attempt.step(), reply.status(), reply.subStatus());
    switch (answer.verdict()) {
      case DONE -> done(attempt, reply);
      case LOOK_AGAIN -> {
        complain(attempt, answer, reply);
        follow(attempt, answer == CosmosAnswer.ABSENT ? Step.CREATE : Step.READ, "");
      }
      case RETRY -> retry(attempt, answer, reply);
      case DEAD_LETTER -> putAside(attempt, answer, reply);
      case FATAL -> throw new StoreException(sentence(attempt, answer, reply), null);
    }
  }

  private int sendable(long now, boolean hurry) {
    int ready = queue.ready(now);
    boolean lingers = now - lastSent < LINGER_MILLIS && queue.inFlight() > 0 && !hurry;
    if (lingers && ready < WORTHWHILE || isFull(ready)) {
      return 0;
    }
    return Math.min(Math.min(ready, MOST_IN_FLIGHT - queue.inFlight()), AT_ONCE);
  }

  /** Whether it is better to wait for replies: many wait, and a few only could be sent. */
  private boolean isFull(int ready) {
    int room = MOST_IN_FLIGHT - queue.inFlight();
    return room < WORTHWHILE && room < ready;
  }

  private void done(Attempt attempt, Reply reply) {
    if (attempt.step() != Step.READ) {
      settle(attempt, JobMetric.WRITTEN);
    } else if (reply.stored().keepsOut(attempt.standing())) {
      settle(attempt, JobMetric.SUPERSEDED);
    } else {
      follow(attempt, Step.REPLACE, reply.etag());
    }
  }

  private void settle(Attempt attempt, JobMetric end) {
    tallies.add(end, 1);
    queue.settled(attempt, clock.getAsLong());
  }

  private void follow(Attempt attempt, Step step, String etag) {
    // A few looks are the rule; a document about which writers quarrel may wait.
    long pause = attempt.number() < 5 ? 0 : backOff.millis(attempt.number() - 4, 0);
    again(attempt.then(step, etag), pause);
  }

  private void retry(Attempt attempt, CosmosAnswer answer, Reply reply) {
    tallies.retry(answer);
    complain(attempt, answer, reply);
    again(
        attempt.then(attempt.step(), attempt.etag()),
        backOff.millis(attempt.number(), reply.retryAfterMillis()));
  }

  /** Now and then: what lasts must be seen. */
  private void complain(Attempt attempt, CosmosAnswer answer, Reply reply) {
    if (attempt.number() % 10 == 0) {
      LOG.warn("{}; trying again", sentence(attempt, answer, reply));
    }
  }

  private void again(Attempt next, long pause) {
    long now = clock.getAsLong();
    if (queue.again(next, now + pause, now)) {
      tallies.add(JobMetric.MERGED, 1);
    }
  }

  private void putAside(Attempt attempt, CosmosAnswer answer, Reply reply) {
    if (RefusedDocument.isOne(attempt.document())) {
      LOG.error(
          "{}; that was itself the dead letter of a document, which is lost",
          sentence(attempt, answer, reply));
      settle(attempt, JobMetric.DROPPED);
      return;
    }
    LOG.warn("{}; put aside as a dead letter", sentence(attempt, answer, reply));
    settle(attempt, JobMetric.REFUSED);
    accept(
        RefusedDocument.letter(
            attempt.document(),
            reply.message().isEmpty()
                ? answer.reason()
                : answer.reason() + ": " + reply.message()));
  }

  private String sentence(Attempt attempt, CosmosAnswer answer, Reply reply) {
    Document document = attempt.document();
    return "%s, %s of %s %s, request %d: %s, %s%s; %s"
        .formatted(
            place,
            attempt.step().name().toLowerCase(Locale.ROOT),
            document.container().title(),
            document.id(),
            attempt.number(),
            reply.statusText(),
            answer.reason(),
            reply.message().isEmpty() ? "" : " (" + reply.message() + ")",
            answer.advice());
  }
}

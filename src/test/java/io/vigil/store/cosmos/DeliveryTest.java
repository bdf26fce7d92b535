package io.vigil.store.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.metric.JobMetric;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/**
 * Whatever the server answers and in whatever order: of one document never two requests are under
 * way, every document comes to exactly one end, and what is stored is what was handed over last,
 * or, with revisions, the highest, or, of an episode by one model, the longest.
 */
class DeliveryTest {
  private static final int MOST = 20;

  private long now;
  private final Tallies tallies = new Tallies(() -> now);

  /**
   * Seen red with: {@code offer} that makes a document ready while its request is under way; {@code
   * again} that keeps the older form; {@code offer} that keeps the lower revision; a second look
   * that takes the same revision for an older one; a refused document without a letter.
   */
  @Property(tries = 300)
  void everythingComesToOneEnd(
      @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.6) double faults) {
    Random chance = new Random(seed);
    RandomServer server = new RandomServer(chance, faults);
    Tallies counted = new Tallies(() -> now);
    Delivery delivery = delivery(server, counted, chance);
    Map<String, Document> expected = new HashMap<>();
    int handedOver = 0;
    for (int i = 0; i < 200; i++) {
      while (!delivery.hasRoom()) {
        step(delivery, server, true);
      }
      Document document = any(chance, i);
      expected.merge(document.id(), document, RandomServer::later);
      delivery.accept(document);
      handedOver++;
      delivery.send(false);
      for (int steps = chance.nextInt(4); steps > 0; steps--) {
        step(delivery, server, false);
      }
    }
    while (!delivery.isDone()) {
      step(delivery, server, true);
    }

    expected.keySet().removeIf(id -> id.startsWith(RandomServer.POISON));
    Map<String, Document> stored = new HashMap<>(server.stored);
    List<Document> letters =
        stored.values().stream().filter(d -> d.container() == Container.DEAD_LETTERS).toList();
    stored.values().removeAll(letters);
    assertThat(stored).isEqualTo(expected);
    double refused = counted.value(JobMetric.REFUSED);
    assertThat(refused > 0).isEqualTo(!letters.isEmpty());
    assertThat(
            counted.value(JobMetric.WRITTEN)
                + counted.value(JobMetric.SUPERSEDED)
                + counted.value(JobMetric.MERGED)
                + refused)
        .isEqualTo(handedOver + refused);
    assertThat(counted.value(JobMetric.REQUEST_UNITS)).isEqualTo(server.requests);
    assertThat(counted.value(JobMetric.QUEUE_DEPTH)).isZero();
    assertThat(counted.value(JobMetric.IN_FLIGHT)).isZero();
  }

  @Test
  void aDocumentThatIsRefusedHasALetterOfItsOwnAndIfThatIsRefusedTooItIsCounted() {
    List<Attempt> sent = new ArrayList<>();
    Delivery delivery = delivery(sent::addAll, tallies, new Random(1));
    delivery.accept(label("p1", "x"));
    delivery.send(true);
    delivery.replied(sent.get(0), Reply.notSent(413, "3 MB"));
    delivery.send(true);

    Document letter = sent.get(1).document();
    assertThat(letter.container()).isEqualTo(Container.DEAD_LETTERS);
    assertThat(letter.body())
        .contains("\"kind\":\"REFUSED\"", "3 MB", "\"container\":\"predictions\"");
    delivery.replied(sent.get(1), Reply.notSent(400, "no"));
    delivery.send(true);

    assertThat(delivery.isDone()).isTrue();
    assertThat(sent).hasSize(2);
    assertThat(tallies.value(JobMetric.REFUSED)).isOne();
    assertThat(tallies.value(JobMetric.DROPPED)).isOne();
  }

  @Test
  void aFatalAnswerSaysInOneLineWhatWasTriedWhatCameBackAndWhatToDo() {
    List<Attempt> sent = new ArrayList<>();
    Delivery delivery = delivery(sent::addAll, tallies, new Random(1));
    delivery.accept(label("p1", "x"));
    delivery.send(true);

    assertThatThrownBy(
            () ->
                delivery.replied(
                    sent.get(0), new Reply(401, 0, 0, 0, "", Standing.NONE, "Unauthorized")))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the place, upsert of predictions p1, request 1: 401, the key or token was not accepted"
                + " (Unauthorized); "
                + CosmosAnswer.UNKNOWN_CALLER.advice());
  }

  @Test
  void theServersWishToWaitIsRespected() {
    List<Attempt> sent = new ArrayList<>();
    Delivery delivery = delivery(sent::addAll, tallies, new Random(1));
    delivery.accept(label("p1", "x"));
    delivery.send(true);
    delivery.replied(sent.get(0), new Reply(429, 3200, 0, 5000, "", Standing.NONE, ""));
    now = 4999;
    delivery.send(true);
    assertThat(sent).hasSize(1);
    assertThat(delivery.wakeAt()).isEqualTo(OptionalLong.of(5000));
    now = 5000;
    delivery.send(true);
    assertThat(sent).hasSize(2);
    assertThat(tallies.value(JobMetric.THROTTLED)).isOne();
    assertThat(tallies.retries(CosmosAnswer.THROTTLED)).isOne();
  }

  @Test
  void aFewDocumentsWaitAMomentForOthersWhileRequestsAreUnderWay() {
    List<List<Attempt>> sent = new ArrayList<>();
    Delivery delivery = delivery(sent::add, tallies, new Random(1));
    delivery.accept(label("p1", "x"));
    delivery.send(false);
    delivery.accept(label("p2", "x"));
    delivery.send(false);
    delivery.accept(label("p3", "x"));
    delivery.send(false);
    assertThat(sent).hasSize(1);
    now = delivery.wakeAt().orElseThrow();
    delivery.send(false);
    assertThat(sent).extracting(List::size).containsExactly(1, 2);
  }

  private Delivery delivery(Sender sender, Tallies counted, Random chance) {
    return new Delivery(
        "the place",
        new WriteQueue(MOST, 100_000),
        sender,
        new BackOff(10, 1000, chance),
        counted,
        () -> now);
  }

  private void step(Delivery delivery, RandomServer server, boolean hurry) {
    if (server.isIdle()) {
      delivery.wakeAt().ifPresent(wake -> now = Math.max(now, wake));
    } else {
      server.answerOne(delivery::replied);
    }
    delivery.send(hurry);
  }

  private static Document any(Random chance, int turn) {
    int who = chance.nextInt(10);
    return switch (chance.nextInt(6)) {
      case 0 -> label(RandomServer.POISON + who % 3, "turn " + turn);
      case 1, 2 -> label("label" + who, "turn " + turn);
      case 3 -> episode("episode" + who, 1 + chance.nextInt(4), chance.nextBoolean(), turn);
      default -> alert("alert" + who, 1 + turn / 4 + chance.nextInt(20));
    };
  }

  private static Document label(String id, String text) {
    return new Document(Container.PREDICTIONS, id, "p", "", 0, text);
  }

  /** By one model in the first half, by another in the second. */
  private static Document episode(String id, int windows, boolean open, int turn) {
    String body =
        "{\"windows\":%d,\"open\":%s,\"model\":%d,\"turn\":%d}"
            .formatted(windows, open, turn / 100, turn);
    return new Document(Container.ACTIVITIES, id, "p", "", 0, body);
  }

  private static Document alert(String id, long revision) {
    return new Document(Container.ALERTS, id, "p", "", 0, revision, "r" + revision);
  }
}

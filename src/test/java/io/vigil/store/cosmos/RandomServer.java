package io.vigil.store.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.store.Container;
import io.vigil.store.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A server of a few lines that answers in any order and fails in every way, and looks that no
 * document is written by two requests at once and no revision goes back.
 */
final class RandomServer implements Sender {
  /** Documents whose id begins so are refused. */
  static final String POISON = "poison";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int[][] FAILURES = {
    {429, 3200},
    {449, 0},
    {503, 0},
    {500, 0},
    {408, 20008},
    {410, 1007},
    {404, 1002},
    {403, 3},
    {503, 10001},
    {0, 0}
  };

  private final Random chance;
  private final double faults;
  private final List<Attempt> waiting = new ArrayList<>();
  private final Set<String> underWay = new HashSet<>();
  final Map<String, Document> stored = new HashMap<>();
  private final Map<String, Integer> etags = new HashMap<>();
  int requests;

  RandomServer(Random chance, double faults) {
    this.chance = chance;
    this.faults = faults;
  }

  @Override
  public void send(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      assertThat(underWay.add(attempt.document().id()))
          .as("two requests for %s under way", attempt.document().id())
          .isTrue();
      waiting.add(attempt);
      requests++;
    }
  }

  boolean isIdle() {
    return waiting.isEmpty();
  }

  /** Answers one request, any of those under way. */
  void answerOne(Replies replies) {
    Attempt attempt = waiting.remove(chance.nextInt(waiting.size()));
    underWay.remove(attempt.document().id());
    boolean fails = chance.nextDouble() < faults;
    // A request that fails may have been carried out: its answer was lost.
    Reply reply = fails && chance.nextBoolean() ? null : answer(attempt);
    if (fails) {
      int[] failure = FAILURES[chance.nextInt(FAILURES.length)];
      reply = new Reply(failure[0], failure[1], 1, 0, "", Standing.NONE, "by chance");
    }
    replies.accept(attempt, reply);
  }

  private Reply answer(Attempt attempt) {
    Document document = attempt.document();
    String id = document.id();
    if (id.startsWith(POISON)) {
      return new Reply(400, 0, 1, 0, "", Standing.NONE, "poison");
    }
    Document there = stored.get(id);
    return switch (attempt.step()) {
      case UPSERT -> write(document);
      case CREATE -> there == null ? write(document) : status(409);
      case READ ->
          there == null
              ? status(404)
              : new Reply(200, 0, 1, 0, "" + etags.get(id), Standing.of(there), "");
      case REPLACE ->
          there == null
              ? status(404)
              : attempt.etag().equals("" + etags.get(id)) ? write(document) : status(412);
    };
  }

  /** Which of two forms must stay, the one handed over first and the other: said by itself here. */
  static Document later(Document one, Document other) {
    if (other.container() != Container.ACTIVITIES) {
      return other.revision() > 0 && one.revision() >= other.revision() ? one : other;
    }
    JsonNode first = json(one);
    JsonNode second = json(other);
    int more = first.get("windows").asInt() - second.get("windows").asInt();
    boolean closes = !first.get("open").asBoolean() && second.get("open").asBoolean();
    boolean sameModel = first.get("model").equals(second.get("model"));
    return sameModel && (more > 0 || more == 0 && closes) ? one : other;
  }

  private static JsonNode json(Document document) {
    try {
      return JSON.readTree(document.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + document, e);
    }
  }

  private Reply write(Document document) {
    Document before = stored.put(document.id(), document);
    etags.merge(document.id(), 1, Integer::sum);
    if (before != null) {
      assertThat(later(before, document)).as("written over %s", before).isEqualTo(document);
    }
    return status(201);
  }

  private static Reply status(int status) {
    return new Reply(status, 0, 1, 0, "", Standing.NONE, "");
  }
}

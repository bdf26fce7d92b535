package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.feed.hook.DeliveryState;
import io.vigil.feed.hook.DeliveryStatus;
import io.vigil.feed.kit.Asked;
import io.vigil.feed.kit.Asked.Answer;
import io.vigil.feed.kit.Doors;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.Schema;
import io.vigil.feed.kit.Waiting;
import io.vigil.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the feed answers is what its description says. */
class FeedContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  @TempDir static Path folder;
  private static MadeUpJob job;
  private static Feed feed;
  private static Asked admin;
  private static JsonNode description;
  private static String fall;

  @BeforeAll
  static void start() throws Exception {
    job = new MadeUpJob(Feeds.store(folder)).answering();
    job.does("p1", "Walking", NINE.minusSeconds(600), NINE);
    job.does("p2", "Standing", NINE, NINE.plusSeconds(90));
    job.does(
        "p1",
        "Lying",
        Instant.parse("2026-01-05T23:59:00Z"),
        Instant.parse("2026-01-06T00:01:00Z"));
    job.beats(Instant.now());
    fall = job.fall("p1", NINE);
    job.silence("p2", NINE);
    feed = Feeds.start(folder, FeedContractTest::deliveries);
    admin = new Asked(feed.port(), "admin");
    description = admin.get("/openapi.json").json();
    Waiting.until("the feed has read what there is", () -> listed(admin) == 2 && working());
  }

  @AfterAll
  static void stop() throws Exception {
    feed.close();
    job.close();
  }

  /** Seen red with: a route that is described by another path; the audit trail left out. */
  @Test
  void everyRouteIsDescribedAndNoOther() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    Set<String> routes = new TreeSet<>();
    for (FrontDoor either :
        List.of(
            Doors.ofThisMachine(other, Doors.access(other)),
            Doors.withSignIn(other, "http://127.0.0.1:1"))) {
      try (FrontDoor door = either;
          Feed open = Feeds.start(other, door)) {
        routes.addAll(open.routes());
      }
    }
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(routes);
  }

  @Test
  void whoAsksIsToldWhoTheyAre() throws Exception {
    JsonNode me = fits("get", "/v1/me", admin.get("/v1/me"), 200);
    assertThat(me.path("subject").asText()).isEqualTo("admin");
    assertThat(me.path("roles").toString()).isEqualTo("[\"ADMIN\"]");
    assertThat(me.path("until").isNull()).isTrue();
    fits("get", "/v1/me", new Asked(feed.port(), null).get("/v1/me"), 401);
    fits("get", "/health", new Asked(feed.port(), null).get("/health"), 200);
  }

  @Test
  void peopleAreShownWithTheirNamesAndHowTheyAre() throws Exception {
    JsonNode people = fits("get", "/v1/people", admin.get("/v1/people"), 200).path("people");
    assertThat(people.get(0).path("name").asText()).isEqualTo("Ada <b>");
    assertThat(people.get(1).path("name").asText()).isEqualTo("p2");
    assertThat(people.get(0).path("activity").path("activity").asText()).isEqualTo("Lying");
    assertThat(people.get(0).path("worst").asText()).isEqualTo("CRITICAL");
    assertThat(people.get(1).path("silent").asBoolean()).isTrue();
    assertThat(people.get(1).path("activeAlerts").asInt()).isZero();
  }

  /** Seen red with: episodes counted whole on both sides of midnight. */
  @Test
  void aDayHasItsEpisodesAndIsCutAtMidnight() throws Exception {
    String path = "/v1/people/{id}/days/{day}";
    JsonNode day = fits("get", path, admin.get("/v1/people/p1/days/2026-01-05"), 200);
    assertThat(day.path("seconds").toString()).isEqualTo("{\"Lying\":60.0,\"Walking\":600.0}");
    JsonNode next = fits("get", path, admin.get("/v1/people/p1/days/2026-01-06"), 200);
    assertThat(next.path("seconds").toString()).isEqualTo("{\"Lying\":60.0}");
    assertThat(next.path("episodes")).hasSize(1);
    fits("get", path, admin.get("/v1/people/p1/days/2026-02-30"), 400);
  }

  @Test
  void alertsAreFiltered() throws Exception {
    fits("get", "/v1/alerts", admin.get("/v1/alerts"), 200);
    assertThat(ids("?status=ACTIVE&technical=false")).containsExactly(fall);
    assertThat(ids("?participant=p2")).hasSize(1);
    assertThat(ids("?type=FALL&limit=1")).containsExactly(fall);
    assertThat(ids("?status=CLEARED")).isEmpty();
    for (String wrong : List.of("status=OPEN", "limit=0", "limit=9999", "technical=1", "no=1")) {
      fits("get", "/v1/alerts", admin.get("/v1/alerts?" + wrong), 400);
    }
  }

  @Test
  void oneAlertHasItsTraceInG() throws Exception {
    Answer answer = admin.get("/v1/alerts/" + fall);
    JsonNode alert = fits("get", "/v1/alerts/{id}", answer, 200);
    assertThat(alert.path("trace").path("y")).hasSize(100);
    assertThat(alert.path("trace").path("y").get(50).asDouble()).isEqualTo(3.0);
    assertThat(alert.path("evidence").has("samples")).isFalse();
    fits("get", "/v1/alerts/{id}", admin.get("/v1/alerts/p1_fall_2026-01-05T10:00:00Z"), 404);
  }

  /** Seen red with: the time of the next try left to those that were delivered. */
  @Test
  void oneAlertSaysHowFarItsMessagesHaveCome() throws Exception {
    JsonNode told = admin.get("/v1/alerts/" + fall).json().path("deliveries");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).path("hook").asText()).isEqualTo("pager");
    assertThat(told.get(0).path("state").asText()).isEqualTo("QUEUED");
    assertThat(told.get(0).path("attempts").asInt()).isEqualTo(3);
    assertThat(told.get(0).path("lastTs").asText()).isEqualTo("2026-01-05T09:00:00Z");
    assertThat(told.get(0).path("nextTs").asText()).isEqualTo("2026-01-05T09:01:00Z");
    assertThat(told.toString()).doesNotContain("answered 503");
  }

  /** Seen red with: an alert that is not shown where its messages are not known. */
  @Test
  void anAlertIsShownThoughItsMessagesAreNotKnown() throws Exception {
    String alert = job.fall("p77", NINE);
    JsonNode shown = fits("get", "/v1/alerts/{id}", admin.get("/v1/alerts/" + alert), 200);
    assertThat(shown.path("deliveries").isNull()).isTrue();
  }

  @Test
  void commandsAreFollowedOrRefusedByTheJob() throws Exception {
    String alert = job.fall("p7", NINE);
    String path = "/v1/alerts/{id}/commands";
    String at = "/v1/alerts/" + alert + "/commands";
    fits("post", path, admin.post(at, "{\"command\":\"comment\",\"text\":\"hello\"}"), 200);
    JsonNode refused = fits("post", path, admin.post(at, "{\"command\":\"unack\"}"), 409);
    assertThat(refused.path("detail").asText()).isNotBlank();
    fits("post", path, admin.post(at, "{\"command\":\"shout\"}"), 400);
    fits("post", path, admin.post(at, "{}"), 400);
    fits("post", path, admin.post("/v1/alerts/nobody/commands", "{\"command\":\"ack\"}"), 404);
  }

  @Test
  void samplesAreScoredByTheModel() throws Exception {
    ObjectNode body = JSON.createObjectNode().put("rateHz", 52).put("unit", "g");
    for (String axis : List.of("x", "y", "z")) {
      for (int i = 0; i < 520; i++) {
        body.withArray("/" + axis).add(axis.equals("y") ? 1.0 : 0.0);
      }
    }
    JsonNode scores = fits("post", "/v1/score", admin.post("/v1/score", body.toString()), 200);
    assertThat(scores.path("windows")).hasSize(4);
    double sum = 0;
    for (JsonNode one : scores.path("windows").get(0).path("probabilities")) {
      sum += one.asDouble();
    }
    assertThat(sum).isBetween(0.99, 1.01);
    body.put("unit", "parsec");
    JsonNode refused = fits("post", "/v1/score", admin.post("/v1/score", body.toString()), 422);
    assertThat(refused.path("detail").asText()).contains("parsec").contains("expected");
  }

  @Test
  void theStateOfTheJobIsTold() throws Exception {
    JsonNode status = fits("get", "/v1/status", admin.get("/v1/status"), 200);
    assertThat(status.path("job").path("alive").asBoolean()).isTrue();
    assertThat(status.path("silent").findValuesAsText("participantId")).containsExactly("p2");
    fits("get", "/v1/review", admin.get("/v1/review"), 200);
    fits("get", "/v1/review", new Asked(feed.port(), "p1").get("/v1/review"), 403);
  }

  @Test
  void whoIsNobodySeesNothing() throws Exception {
    Asked nobody = new Asked(feed.port(), null);
    for (String path : List.of("/v1/people", "/v1/alerts", "/v1/status", "/v1/stream")) {
      fits("get", path, nobody.get(path), 401);
    }
  }

  /** Seen red with: an alert's document handed out before who asks is looked at. */
  @Test
  void someoneElsesPersonIsNotThere() throws Exception {
    Asked other = new Asked(feed.port(), "p2");
    fits("get", "/v1/alerts/{id}", other.get("/v1/alerts/" + fall), 404);
    String at = "/v1/alerts/" + fall + "/commands";
    fits("post", "/v1/alerts/{id}/commands", other.post(at, "{\"command\":\"ack\"}"), 404);
    fits("get", "/v1/people/{id}/days/{day}", other.get("/v1/people/p1/days/2026-01-05"), 404);
    assertThat(other.get("/v1/alerts").json().toString()).doesNotContain("p1");
    assertThat(other.get("/v1/people").json().toString()).doesNotContain("p1");
    Asked ops = new Asked(feed.port(), "ops");
    assertThat(ops.get("/v1/alerts").json().path("alerts").findValuesAsText("type"))
        .containsOnly("SILENCE");
    assertThat(ops.get("/v1/people").json().path("people")).isEmpty();
  }

  /** One message waits; of p7's alerts nothing can be read. */
  private static List<DeliveryStatus> deliveries(String alertId) {
    if (alertId.startsWith("p7")) {
      throw new StoreException("The ledger cannot be read", null);
    }
    return List.of(
        new DeliveryStatus(
            "pager",
            "msg_1",
            alertId,
            "alert.raised",
            0,
            DeliveryState.QUEUED,
            NINE,
            3,
            Optional.of(NINE),
            Optional.of(NINE.plusSeconds(60)),
            Optional.empty(),
            "answered 503"));
  }

  private static JsonNode fits(String method, String path, Answer answer, int status) {
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    Schema schema = new Schema(description);
    JsonNode operation = description.path("paths").path(path).path(method);
    JsonNode described = schema.resolved(operation.path("responses").path("" + status));
    String type = status < 400 ? "application/json" : "application/problem+json";
    assertThat(answer.type().split(";")[0]).isEqualTo(type);
    assertThat(schema.misfits(described.path("content").path(type).path("schema"), answer.json()))
        .isEmpty();
    return answer.json();
  }

  private static List<String> ids(String query) throws Exception {
    return admin.get("/v1/alerts" + query).json().path("alerts").findValuesAsText("id").stream()
        .filter(id -> id.contains("_") && !id.contains("p7"))
        .toList();
  }

  private static int listed(Asked asked) {
    try {
      return asked.get("/v1/alerts").json().path("alerts").size();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static boolean working() {
    try {
      return admin.get("/v1/status").json().path("working").asBoolean()
          && admin.get("/v1/people").json().path("people").size() == 2;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}

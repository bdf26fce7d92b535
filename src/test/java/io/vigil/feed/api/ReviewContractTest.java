package io.vigil.feed.api;

import static io.vigil.learn.MadeUpReview.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.feed.Feed;
import io.vigil.feed.FrontDoor;
import io.vigil.feed.access.Access;
import io.vigil.feed.access.Role;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.kit.Asked;
import io.vigil.feed.kit.Asked.Answer;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.Schema;
import io.vigil.learn.MadeUpReview;
import io.vigil.settings.Settings;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.Documents;
import io.vigil.store.LabelReading;
import io.vigil.store.ReviewDocuments;
import io.vigil.store.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviewers are asked and what they may answer, as the description of the API has it. */
class ReviewContractTest {
  /** In the header stands who asks: {@code REVIEWER ann}. */
  private static final Access BY_HEADER =
      context -> {
        String[] who = context.header(Feeds.WHO).split(" ");
        return new Viewer(who[1], Set.of(Role.valueOf(who[0])), Set.of("p1"), Instant.MAX);
      };

  private static final String ANSWERS = "/v1/review/answers";

  @TempDir Path folder;
  private DocumentStore store;
  private Feed feed;
  private Asked ann;
  private Asked ben;

  @BeforeEach
  void start() throws Exception {
    store = SqliteStore.open(Feeds.store(folder));
    for (int i = 0; i < 3; i++) {
      store.upsert(
          List.of(ReviewDocuments.of(MadeUpReview.moving(window("p1", i * 60L, "Walking", 0.2)))));
    }
    store.upsert(List.of(ReviewDocuments.of(window("p2", 0, "Stairs", 0.1))));
    store.upsert(List.of(said("Standing", -600, -2), said("Walking", -2, 400)));
    feed = Feeds.start(folder, 0, BY_HEADER, List.of());
    ann = new Asked(feed.port(), "REVIEWER ann");
    ben = new Asked(feed.port(), "REVIEWER ben");
  }

  @AfterEach
  void stop() {
    feed.close();
    store.close();
  }

  /** Seen red with: the day before not read for what is around. */
  @Test
  void theQueueShowsWhatIsNeededToAnswerAndNobodysName() throws Exception {
    JsonNode queue = fits("get", "/v1/review", ann.get("/v1/review"), 200);
    assertThat(queue.toString()).doesNotContain("Ada");
    assertThat(queue.path("waiting").asInt()).isEqualTo(2);
    assertThat(queue.path("activities")).hasSize(7);
    JsonNode item = itemOf(queue, "p1");
    assertThat(item.path("windows").asInt()).isEqualTo(3);
    assertThat(item.path("probabilities").path("Walking").asDouble()).isEqualTo(0.6);
    assertThat(item.path("traces")).hasSize(3);
    assertThat(item.path("traces").get(0).path("trace").path("y").get(0).asDouble()).isEqualTo(1.0);
    assertThat(item.path("around").findValuesAsText("activity"))
        .containsExactly("Standing", "Walking");
    assertThat(fits("get", "/v1/review", ann.get("/v1/review?limit=1"), 200).path("items"))
        .hasSize(1);
    fits("get", "/v1/review", ann.get("/v1/review?limit=51"), 400);
  }

  /** Seen red with: the queue shown to whoever is signed in. */
  @Test
  void itIsForReviewersAndAdministratorsAlone() throws Exception {
    for (String who : List.of("CAREGIVER carl", "OPERATOR otto")) {
      Asked other = new Asked(feed.port(), who);
      for (String path : List.of("/v1/review", "/v1/review/disagreements", "/v1/review/progress")) {
        fits("get", path, other.get(path), 403);
      }
      fits("post", ANSWERS, other.post(ANSWERS, body("p1", 0, 124, "Walking")), 403);
    }
    fits("get", "/v1/review", new Asked(feed.port(), "ADMIN eve").get("/v1/review"), 200);
    assertThat(store.count(Container.LABELS)).isZero();
  }

  /** Seen red with: an answer kept whenever it comes. */
  @Test
  void anAnswerIsKeptOnceWithWhoAndWhen() throws Exception {
    String body = body("p1", 0, 124, "Stairs");
    JsonNode first = fits("post", ANSWERS, ann.post(ANSWERS, body), 200);
    JsonNode again = fits("post", ANSWERS, ann.post(ANSWERS, body), 200);
    assertThat(again).isEqualTo(first);
    assertThat(LabelReading.all(store))
        .singleElement()
        .satisfies(
            label -> {
              assertThat(label.reviewer()).isEqualTo("ann");
              assertThat(label.activity()).isEqualTo("Stairs");
              assertThat(Documents.iso(label.at())).isEqualTo(first.path("at").asText());
            });
    assertThat(ann.get("/v1/review").json().path("waiting").asInt()).isEqualTo(1);
    fits("post", ANSWERS, ann.post(ANSWERS, body("p1", 0, 124, "taken back")), 200);
    assertThat(ann.get("/v1/review").json().path("waiting").asInt()).isEqualTo(2);
  }

  @Test
  void whatCannotBeTakenIsRefusedWithWhatIsExpected() throws Exception {
    JsonNode unknown =
        fits("post", ANSWERS, ann.post(ANSWERS, body("p1", 0, 124, "Swimming")), 400);
    assertThat(unknown.path("detail").asText()).contains("expected one of").contains("Standing");
    JsonNode others = fits("post", ANSWERS, ann.post(ANSWERS, body("p2", 60, 64, "Stairs")), 404);
    JsonNode nobodys = fits("post", ANSWERS, ann.post(ANSWERS, body("p9", 0, 4, "Stairs")), 404);
    assertThat(others).isEqualTo(nobodys);
    for (String wrong :
        List.of(
            "{}",
            "[]",
            body("", 0, 124, "Stairs"),
            body("p1", 124, 0, "Stairs"),
            body("p1", 0, 124, ""),
            body("p1", 0, 124, "Stairs").replace("1970-01-01T00:00:00Z", "soon"),
            body("p1", 0, 124, "Stairs")
                .replace("1970-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z"),
            body("p1", 0, 124, "Stairs").replace("}", ",\"reviewer\":\"ben\"}"))) {
      fits("post", ANSWERS, ann.post(ANSWERS, wrong), 400);
    }
    fits("post", ANSWERS, ann.post(ANSWERS, "[" + " ".repeat(1 << 20) + "]"), 413);
    assertThat(store.count(Container.LABELS)).isZero();
  }

  /** An answer for a window that was deleted since it was asked. */
  @Test
  void aWindowThatNobodyAskedAboutSinceTheFeedBeganIsGone() throws Exception {
    try (Feed later = Feeds.start(folder.resolve("later"), 0, BY_HEADER, List.of())) {
      Asked reviewer = new Asked(later.port(), "REVIEWER ann");
      fits("post", ANSWERS, reviewer.post(ANSWERS, body("p1", 0, 124, "Stairs")), 404);
    }
  }

  /** Seen red with: others' answers told to who has not answered. */
  @Test
  void twoWhoDifferAreShownAndToldOfEachOtherWhenBothHaveAnswered() throws Exception {
    JsonNode first = fits("post", ANSWERS, ann.post(ANSWERS, body("p1", 0, 124, "Walking")), 200);
    assertThat(first.path("standing").asText()).isEqualTo("SETTLED");
    assertThat(first.path("others")).isEmpty();
    JsonNode second = fits("post", ANSWERS, ben.post(ANSWERS, body("p1", 0, 124, "Stairs")), 200);
    assertThat(second.path("standing").asText()).isEqualTo("CONTESTED");
    assertThat(second.path("others").findValuesAsText("reviewer")).containsExactly("ann");

    String path = "/v1/review/disagreements";
    Asked cid = new Asked(feed.port(), "REVIEWER cid");
    JsonNode ofCid = fits("get", path, cid.get(path), 200).path("items").get(0);
    assertThat(ofCid.path("reviewers").asInt()).isEqualTo(2);
    assertThat(ofCid.path("answers")).isEmpty();
    assertThat(cid.get("/v1/review").json().path("items").get(0).path("contested").asBoolean())
        .isTrue();
    JsonNode ofAnn = fits("get", path, ann.get(path), 200).path("items").get(0);
    assertThat(ofAnn.path("answers").findValuesAsText("activity"))
        .containsExactly("Walking", "Stairs");

    JsonNode third = fits("post", ANSWERS, cid.post(ANSWERS, body("p1", 0, 124, "Stairs")), 200);
    assertThat(third.path("standing").asText()).isEqualTo("SETTLED");
    assertThat(ann.get(path).json().path("items")).isEmpty();

    JsonNode progress = fits("get", "/v1/review/progress", cid.get("/v1/review/progress"), 200);
    assertThat(progress.path("answersToday").asInt()).isEqualTo(1);
    assertThat(progress.path("windows").path("SETTLED").asInt()).isEqualTo(3);
    assertThat(progress.path("agreements")).hasSize(3);
  }

  /** Seen red with: nobody noted, as the address names nobody. */
  @Test
  void itIsWrittenDownWhoSawAndAnsweredWhat() throws Exception {
    feed.close();
    Path config =
        Files.writeString(
            folder.resolve("vigil.yaml"),
            "feed: {auditPath: %s}\n".formatted(folder.resolve("audit")));
    try (FrontDoor door =
            FrontDoor.ofThisMachine(
                Settings.read(config, name -> null),
                BY_HEADER,
                routes -> {},
                InstantSource.system());
        Feed audited = Feeds.start(folder, 0, door.access(), List.of(door))) {
      Asked reviewer = new Asked(audited.port(), "REVIEWER ann");
      reviewer.get("/v1/review");
      reviewer.post(ANSWERS, body("p2", 0, 4, "Stairs"));
      Asked admin = new Asked(audited.port(), "ADMIN eve");
      JsonNode entries = admin.get("/v1/audit?subject=ann").json().path("entries");
      assertThat(entries.findValuesAsText("action"))
          .containsExactlyInAnyOrder("GET /v1/review", "POST " + ANSWERS);
      for (JsonNode entry : entries) {
        assertThat(entry.path("participants").toString()).contains("p2");
        boolean answered = entry.path("action").asText().startsWith("POST");
        assertThat(entry.path("did").asText()).isEqualTo(answered ? "Stairs" : "");
      }
    }
  }

  /** The page is there for everybody and shows nothing of anybody. */
  @Test
  void everyFileOfThePageIsThere() throws Exception {
    Asked nobody = new Asked(feed.port(), null);
    for (String path :
        List.of(
            "/review",
            "/page/review.js",
            "/page/reviewed.js",
            "/page/around.js",
            "/page/movement.js",
            "/page/review.css")) {
      assertThat(nobody.method("HEAD", path).status()).as(path).isEqualTo(200);
    }
  }

  private static JsonNode itemOf(JsonNode queue, String participant) {
    for (JsonNode item : queue.path("items")) {
      if (item.path("participantId").asText().equals(participant)) {
        return item;
      }
    }
    throw new AssertionError("Nothing is asked about " + participant + ": " + queue);
  }

  private JsonNode fits(String method, String path, Answer answer, int status) throws Exception {
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    JsonNode description = ann.get("/openapi.json").json();
    Schema schema = new Schema(description);
    JsonNode operation = description.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    JsonNode described = schema.resolved(operation.path("responses").path("" + status));
    String type = status < 400 ? "application/json" : "application/problem+json";
    assertThat(answer.type().split(";")[0]).isEqualTo(type);
    assertThat(schema.misfits(described.path("content").path(type).path("schema"), answer.json()))
        .isEmpty();
    return answer.json();
  }

  private static String body(String participant, long from, long to, String activity) {
    return "{\"participantId\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"activity\":\"%s\"}"
        .formatted(participant, Instant.ofEpochSecond(from), Instant.ofEpochSecond(to), activity);
  }

  private static Document said(String activity, long from, long to) {
    return Documents.activity(
        new Episode(
            "p1",
            activity,
            from * MadeUpReview.SECOND,
            to * MadeUpReview.SECOND,
            false,
            9,
            0.9,
            new ModelRef("chest", 3, "ab12")));
  }
}

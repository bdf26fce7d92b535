package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.kit.Asked;
import io.vigil.feed.kit.Asked.Answer;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.RawRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the right status goes back, and the feed goes on. */
class FeedAbuseTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  @TempDir static Path folder;
  private static MadeUpJob job;
  private static Feed feed;
  private static Asked admin;
  private static String fall;

  @BeforeAll
  static void start() throws Exception {
    job = new MadeUpJob(Feeds.store(folder)).answering();
    fall = job.fall("p1", NINE);
    feed = Feeds.start(folder);
    admin = new Asked(feed.port(), "admin");
  }

  @AfterAll
  static void stop() throws Exception {
    feed.close();
    job.close();
  }

  /** Seen red with: a body that is read to its end, however long. */
  @Test
  void aBodyOfTenMegabytesIsRefused() throws Exception {
    byte[] body = new byte[10 << 20];
    assertThat(RawRequest.send(feed.port(), head("Content-Length: " + body.length), body))
        .contains(" 413 ");
    byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").repeat(10).getBytes();
    assertThat(RawRequest.send(feed.port(), head("Transfer-Encoding: chunked"), chunk))
        .contains(" 413 ");
    goesOn();
  }

  /** Seen red with: no limit of nesting. */
  @Test
  void aDeepBodyIsRefused() throws Exception {
    String deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    Answer answer = admin.post("/v1/score", deep);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("16 deep");
    goesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "{}{}", "{\"x\":1,\"x\":1}", "{\"no\":1}", "null"})
  void aBodyThatIsNoneIsRefused(String body) throws Exception {
    Answer answer = admin.post("/v1/alerts/" + fall + "/commands", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().path("detail").asText()).contains("expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/../openapi.json",
        "/v1/%2e%2e/v1/people",
        "/v1/..;/people",
        "/v1/people/..%2f..%2fetc%2fpasswd/days/2026-01-05",
        "/v1/alerts/%00",
        "/v1/alerts/..%5c..%5cfeed.db",
        "//v1/people",
        "/V1/people",
        "/v1/people/",
        "/v1;x=1/people",
        "/feed.db",
        "/index.html/../../feed.db"
      })
  void pathsLeadNowhereElse(String path) throws Exception {
    String asked = "GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n";
    String line = RawRequest.send(feed.port(), asked, new byte[0]);
    // Nobody is signed in: only what everybody may read is given.
    assertThat(line).matches("HTTP/1.1 (400|401|404|200) .*");
    if (line.contains(" 200 ")) {
      assertThat(path).isEqualTo("/v1/../openapi.json");
    }
    goesOn();
  }

  @Test
  void whatIsNotThereSaysSo() throws Exception {
    assertThat(admin.get("/v1/nothing").status()).isEqualTo(404);
    assertThat(admin.get("/v1/nothing").type()).startsWith("application/problem+json");
    assertThat(admin.method("DELETE", "/v1/people").status()).isEqualTo(405);
    assertThat(admin.get("/v1/alerts/p1_fall_2026-01-05T09:00:01Z").status()).isEqualTo(404);
    assertThat(admin.get("/v1/alerts/x").status()).isEqualTo(404);
    assertThat(admin.get("/v1/stream?after=x").status()).isEqualTo(400);
  }

  /** Seen red with: an answer that is looked up by its id alone. */
  @Test
  void anAcknowledgementTwiceAndByTwoAtOnce() throws Exception {
    String alert = job.fall("p9", NINE);
    String at = "/v1/alerts/" + alert + "/commands";
    Asked other = new Asked(feed.port(), "p9");
    ExecutorService two = Executors.newFixedThreadPool(2);
    Future<Answer> one = two.submit(() -> admin.post(at, "{\"command\":\"ack\",\"id\":\"one\"}"));
    Future<Answer> two2 = two.submit(() -> other.post(at, "{\"command\":\"ack\",\"id\":\"two\"}"));
    List<Integer> statuses = List.of(one.get().status(), two2.get().status());
    two.shutdown();
    assertThat(statuses).containsExactlyInAnyOrder(200, 409);

    boolean first = one.get().status() == 200;
    Answer refused = first ? two2.get() : one.get();
    assertThat(refused.json().path("detail").asText()).contains(first ? "admin" : "of-p9");
    Asked winner = first ? admin : other;
    String again = first ? "one" : "two";
    int lines = job.lines().size();
    assertThat(winner.post(at, "{\"command\":\"ack\",\"id\":\"" + again + "\"}").status())
        .isEqualTo(200);
    assertThat(winner.post(at, "{\"command\":\"clear\",\"id\":\"" + again + "\"}").status())
        .isEqualTo(409);
    assertThat(job.lines()).hasSize(lines);
  }

  /** Seen red with: an alert that is let go kept among those that are open. */
  @Test
  void anAcknowledgementOfAnAlertThatIsGoneIsRefusedAndChangesNothing() throws Exception {
    String alert = job.fall("p8", NINE);
    String at = "/v1/alerts/" + alert + "/commands";
    assertThat(admin.post(at, "{\"command\":\"resolve\"}").status()).isEqualTo(200);
    int lines = job.lines().size();
    Answer answer = admin.post(at, "{\"command\":\"ack\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("detail").asText()).contains("cleared", "Nothing is changed");
    assertThat(job.lines()).hasSize(lines);
    assertThat(admin.post("/v1/alerts/p8_fall_2020-01-05T09:00:00Z/commands", "{}").status())
        .isEqualTo(404);
  }

  /** Seen red with: answers given as pages. */
  @Test
  void aScriptInAnIdOrACommentStaysText() throws Exception {
    String script = "<script>alert(1)</script>";
    String alert = job.fall("p10", NINE);
    String comment = "{\"command\":\"comment\",\"text\":\"" + script + "\"}";
    assertThat(admin.post("/v1/alerts/" + alert + "/commands", comment).status()).isEqualTo(200);
    Answer shown = admin.get("/v1/alerts/" + alert);
    assertThat(shown.type()).startsWith("application/json");
    assertThat(shown.json().path("history").findValuesAsText("reason")).contains(script);
    Answer unknown = admin.get("/v1/alerts/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assertThat(unknown.status()).isIn(400, 404);
    assertThat(unknown.json().toString()).doesNotContain("<script>");
  }

  private static String head(String length) {
    return ("POST /v1/score HTTP/1.1\nHost: localhost\nX-Who: admin\n"
            + "Content-Type: application/json\n%s\n\n")
        .formatted(length);
  }

  private static void goesOn() throws Exception {
    assertThat(admin.get("/v1/status").status()).isEqualTo(200);
  }
}

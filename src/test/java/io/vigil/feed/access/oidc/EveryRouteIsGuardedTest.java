package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.vigil.feed.Feed;
import io.vigil.feed.FrontDoor;
import io.vigil.feed.kit.Doors;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the feed answers, it answers to those who are let in: also what is added some day. */
class EveryRouteIsGuardedTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  /** What everybody may ask for, and the way in. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /",
          "GET /page/{file}",
          "GET /review",
          "GET /openapi.json",
          "GET /health",
          "GET /alerts/{id}",
          "GET /login",
          "GET /callback");

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;
  private TestProvider provider;
  private MadeUpJob job;
  private FrontDoor door;
  private Feed feed;
  private String ofBert;

  @BeforeEach
  void start() throws Exception {
    provider = new TestProvider();
    job = new MadeUpJob(Feeds.store(folder)).answering();
    ofBert = job.fall("bert", NINE);
    door = Doors.withSignIn(folder, provider.issuer());
    feed = Feeds.start(folder, door);
  }

  @AfterEach
  void stop() throws Exception {
    feed.close();
    door.close();
    job.close();
    provider.close();
  }

  /** Seen red with: a part of {@code /v1} left open; the audience left out. */
  @Test
  void nobodyIsAnsweredWithoutAGoodToken() throws Exception {
    JWTClaimsSet good = provider.claims("ada").claim("roles", "admin").build();
    Map<String, String> tokens =
        Map.of(
            "",
            "none",
            provider.bearer(expired(good)),
            "an expired one",
            provider.bearer(new JWTClaimsSet.Builder(good).audience("api://other")),
            "another's",
            new PlainJWT(good).serialize(),
            "one that nobody signed",
            "x.y.z",
            "one that is none");
    for (String route : guarded()) {
      for (Map.Entry<String, String> token : tokens.entrySet()) {
        HttpResponse<String> answer = ask(route, token.getKey(), "");
        assertThat(answer.statusCode()).as("%s with %s", route, token.getValue()).isEqualTo(401);
        isAProblemThatSaysNothing(answer, token.getKey());
      }
    }
  }

  /** Seen red with: the query not looked at. */
  @Test
  void aTokenInTheAddressIsRefusedEverywhere() throws Exception {
    String token = provider.bearer(provider.claims("ada").claim("roles", "admin"));
    for (String route : feed.routes()) {
      HttpResponse<String> answer = ask(route, token, "?access_token=" + token);
      assertThat(answer.statusCode()).as(route).isEqualTo(400);
      isAProblemThatSaysNothing(answer, token);
    }
  }

  /** Bert is dora's. Seen red with: a day that is handed out before it is asked whose it is. */
  @Test
  void anothersPersonIsNowhere() throws Exception {
    String carl = provider.bearer(provider.claims("carl"));
    for (String route : guarded()) {
      if (route.equals("GET /v1/stream") || route.equals("POST /logout")) {
        continue;
      }
      HttpResponse<String> answer = ask(route, carl, "");
      assertThat(answer.body()).as(route).doesNotContain("Berg", ofBert);
      if (route.contains("{id}")) {
        assertThat(answer.statusCode()).as(route).isEqualTo(404);
      }
    }
    assertThat(ask("GET /v1/alerts", carl, "?participant=bert").body())
        .isEqualTo("{\"alerts\":[]}");
  }

  private List<String> guarded() {
    return feed.routes().stream().filter(route -> !OPEN.contains(route)).toList();
  }

  private static JWTClaimsSet.Builder expired(JWTClaimsSet good) {
    Instant ended = Instant.now().minusSeconds(5);
    return new JWTClaimsSet.Builder(good).expirationTime(Date.from(ended));
  }

  private static void isAProblemThatSaysNothing(HttpResponse<String> answer, String token) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("Berg", "bert", "Exception");
    if (!token.isEmpty()) {
      assertThat(answer.body()).doesNotContain(token);
    }
  }

  private HttpResponse<String> ask(String route, String token, String query) throws Exception {
    String path =
        route
            .substring(route.indexOf('/'))
            .replace("{day}", "2026-01-05")
            .replace("people/{id}", "people/bert")
            .replace("{id}", ofBert)
            .replace("{file}", "feed.js");
    boolean reads = route.startsWith("GET");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + feed.port() + path + query))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(
                route.substring(0, route.indexOf(' ')),
                reads ? BodyPublishers.noBody() : BodyPublishers.ofString("{\"command\":\"ack\"}"));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}

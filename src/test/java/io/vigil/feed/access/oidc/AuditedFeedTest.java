package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.feed.Feed;
import io.vigil.feed.FrontDoor;
import io.vigil.feed.access.LocalAccess;
import io.vigil.feed.kit.Doors;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who saw and did what is in the trail, whichever way of the feed they took. */
class AuditedFeedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  /** Routes that leave no line, and why none is missed. */
  private static final Map<String, String> UNWRITTEN =
      Map.of(
          "GET /", "a file that is the same for everybody",
          "GET /page/{file}", "a file that is the same for everybody",
          "GET /review", "a file that is the same for everybody",
          "GET /openapi.json", "a file that is the same for everybody",
          "GET /alerts/{id}", "it leads to the page, which asks for the alert",
          "GET /health", "nobody is known, and nothing is said about anybody",
          "GET /login", "nobody is known yet; /callback says who came back");

  @TempDir Path folder;
  private TestProvider provider;
  private MadeUpJob job;
  private FrontDoor door;
  private Feed feed;
  private String ofAnna;
  private String ofBert;

  @BeforeEach
  void start() throws Exception {
    provider = new TestProvider();
    job = new MadeUpJob(Feeds.store(folder)).answering();
    ofAnna = job.fall("anna", NINE);
    ofBert = job.fall("bert", NINE);
    job.silence("anna", NINE);
    door = Doors.withSignIn(folder, provider.issuer());
    feed = Feeds.start(folder, door);
    String admin = admin();
    Waiting.until("all is known", () -> asks(admin, "/v1/alerts").body().contains("silence"));
  }

  @AfterEach
  void stop() throws Exception {
    feed.close();
    door.close();
    job.close();
    provider.close();
  }

  /** Seen red with: a sign-in on this machine that noted nobody. */
  @Test
  void everyRouteLeavesALineOrSaysWhyNot() throws Exception {
    Set<String> asked = new TreeSet<>(feed.routes());
    asked.removeAll(UNWRITTEN.keySet());
    provider.subject = "carl";
    Browser browser = new Browser(address());
    browser.signIn();
    String admin = admin();
    for (String route : asked) {
      switch (route) {
        case "GET /callback" -> {}
        case "POST /logout" -> browser.post("/logout", "", browser.asPage());
        case "GET /v1/stream" -> listen(admin).close();
        default -> ask(admin, route);
      }
    }
    Waiting.until("every route has a line", () -> actions(admin).containsAll(asked));

    Path here = Files.createDirectories(folder.resolve("here"));
    LocalAccess access = Doors.access(here);
    try (FrontDoor local = Doors.ofThisMachine(here, access);
        Feed other = Feeds.start(here, local)) {
      asked.addAll(other.routes());
      asked.removeAll(UNWRITTEN.keySet());
      asked.removeAll(feed.routes());
      assertThat(asked).containsExactly("POST /session");
      String token = access.token();
      String body = "{\"token\":\"%s\"}".formatted(token);
      send(request(other, "/session").POST(BodyPublishers.ofString(body)));
      assertThat(written(here))
          .singleElement()
          .asString()
          .contains("\"subject\":\"local\"", "POST /session", "204")
          .doesNotContain(token);
    }
  }

  /** Seen red with: lists that said nobody. */
  @Test
  void everybodyWhoIsShownIsNamed() throws Exception {
    String carl = bearer("carl");
    String day = "/v1/people/anna/days/2026-01-05";
    for (String path : List.of("/v1/alerts", "/v1/alerts/" + ofAnna, "/v1/status", day)) {
      assertThat(asks(carl, path).statusCode()).isEqualTo(200);
      assertThat(of("carl").get(0).path("participants").toString()).isEqualTo("[\"anna\"]");
    }
    assertThat(of("carl").get(2).path("alert").asText()).isEqualTo(ofAnna);
    String olga = provider.bearer(provider.claims("olga").claim("roles", "admin"));
    asks(olga, "/v1/people");
    assertThat(of("olga").get(0).path("participants").toString()).isEqualTo("[\"anna\",\"bert\"]");
  }

  /** Seen red with: commands without their word. */
  @Test
  void whatIsDoneIsWrittenWithWhatCameOfIt() throws Exception {
    String carl = bearer("carl");
    for (int i = 0; i < 2; i++) {
      post(carl, ofAnna, "{\"command\":\"ack\",\"text\":\"Anna is well\"}");
    }
    List<JsonNode> lines = of("carl");
    assertThat(lines).extracting(line -> line.path("alert").asText()).containsOnly(ofAnna);
    assertThat(lines)
        .extracting(line -> line.path("status").asInt() + " " + line.path("did").asText())
        .containsExactly("409 ack, refused", "200 ack, followed");
    assertThat(String.join("", written(folder))).doesNotContain("well").doesNotContain("Anna");
  }

  /** Seen red with: events that were told and not noted. */
  @Test
  void whoeverIsHeardOfByTheStreamIsNamedOnceAndNobodyElse() throws Exception {
    InputStream stream = listen(bearer("carl"));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    job.fall("bert", NINE.plusSeconds(600));
    for (int i = 0; i < 3; i++) {
      job.say("anna", ofAnna, "comment", i);
    }
    int heard = 0;
    for (String line = lines.readLine(); heard < 3; line = lines.readLine()) {
      heard += line.equals("event: transition") ? 1 : 0;
    }
    List<JsonNode> written = of("carl");
    assertThat(written)
        .extracting(line -> line.path("action").asText() + line.path("participants"))
        .containsExactly("GET /v1/stream[\"anna\"]", "GET /v1/stream");
    stream.close();
  }

  /** Seen red with: what is refused written once an hour, as what is seen. */
  @Test
  void whoeverTriesIsWrittenEachTime() throws Exception {
    String carl = bearer("carl");
    for (int i = 0; i < 2; i++) {
      asks(carl, "/v1/alerts/" + ofBert);
      asks(carl, "/v1/people/bert/days/2026-01-05");
      asks(carl, "/v1/review");
      asks(carl, "/v1/audit");
      post(carl, ofBert, "{\"command\":\"ack\"}");
    }
    List<JsonNode> lines = of("carl");
    assertThat(lines).hasSize(10);
    assertThat(lines.subList(0, 5))
        .extracting(line -> line.path("status").asInt() + " " + line.path("participants"))
        .containsExactly("404 [\"bert\"]", "403 ", "403 ", "404 [\"bert\"]", "404 [\"bert\"]");
  }

  /** A page asks every few seconds. Seen red with: every request written. */
  @Test
  void whoeverIsSeenAgainWithinTheHourIsNotWrittenAgain() throws Exception {
    String olga = provider.bearer(provider.claims("olga").claim("roles", "admin"));
    for (int i = 0; i < 3; i++) {
      asks(olga, "/v1/people");
    }
    job.fall("cleo", NINE);
    Waiting.until("another is there", () -> asks(olga, "/v1/people").body().contains("cleo"));
    assertThat(of("olga"))
        .extracting(line -> line.path("participants").toString())
        .containsExactly("[\"cleo\"]", "[\"anna\",\"bert\"]");
  }

  private void ask(String admin, String route) {
    String path =
        route
            .substring(route.indexOf('/'))
            .replace("{day}", "2026-01-05")
            .replace("people/{id}", "people/anna")
            .replace("{id}", ofAnna);
    send(
        as(admin, path)
            .method(
                route.substring(0, route.indexOf(' ')),
                route.startsWith("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
  }

  private Set<String> actions(String admin) {
    Set<String> actions = new TreeSet<>();
    try {
      JsonNode answer = JSON.readTree(asks(admin, "/v1/audit?limit=1000").body());
      answer.path("entries").forEach(line -> actions.add(line.path("action").asText()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return actions;
  }

  /** What was written of somebody, the newest first. */
  private List<JsonNode> of(String subject) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    JSON.readTree(asks(admin(), "/v1/audit?limit=1000&subject=" + subject).body())
        .path("entries")
        .forEach(lines::add);
    return lines;
  }

  private static List<String> written(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (var files = Files.list(folder.resolve("audit"))) {
      for (Path file : files.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  private String admin() {
    return provider.bearer(provider.claims("ada").claim("roles", "admin"));
  }

  private String bearer(String subject) {
    return provider.bearer(provider.claims(subject));
  }

  private String address() {
    return "http://localhost:" + feed.port();
  }

  private HttpResponse<String> asks(String bearer, String path) {
    return send(as(bearer, path));
  }

  private void post(String bearer, String alert, String body) {
    send(as(bearer, "/v1/alerts/" + alert + "/commands").POST(BodyPublishers.ofString(body)));
  }

  /** A stream that has begun. */
  private InputStream listen(String bearer) throws Exception {
    InputStream stream =
        HttpClient.newHttpClient()
            .send(as(bearer, "/v1/stream").build(), BodyHandlers.ofInputStream())
            .body();
    assertThat(stream.read()).isPositive();
    return stream;
  }

  private HttpRequest.Builder as(String bearer, String path) {
    return request(feed, path).header("Authorization", "Bearer " + bearer);
  }

  private static HttpRequest.Builder request(Feed feed, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + feed.port() + path))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("No answer", e);
    }
  }
}

package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of requests is written down, and who may read it. */
class AuditedRequestsTest extends WithProvider {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Seen red with: what is refused not written. */
  @Test
  void whoSawWhomAndWhoTriedToIsWritten() throws IOException {
    browser.signIn();
    browser.get("/v1/people/anna?x=y", "X-Forwarded-For", "10.0.0.7");
    browser.get("/v1/people/bert");
    browser.post("/v1/alerts/a1/commands", "ACK", browser.asPage());
    browser.post("/v1/alerts/a2/commands", "ACK");
    browser.post("/logout", "", browser.asPage());
    List<JsonNode> lines = written(admin("/v1/audit"));
    assertThat(lines)
        .extracting(line -> line.path("action").asText() + " " + line.path("status").asInt())
        .containsExactly(
            "POST /logout 200",
            "POST /v1/alerts/a2/commands 403",
            "POST /v1/alerts/{id}/commands 200",
            "GET /v1/people/{id} 404",
            "GET /v1/people/{id} 200",
            "GET /callback 303");
    assertThat(lines.get(4))
        .isEqualTo(
            JSON.readTree(
                """
                {"at": "%s", "subject": "carl", "action": "GET /v1/people/{id}",
                 "participants": ["anna"], "status": 200, "address": "10.0.0.7"}
                """
                    .formatted(lines.get(4).path("at").asText())));
    assertThat(lines.get(3).path("participants").path(0).asText()).isEqualTo("bert");
    assertThat(lines.get(2).path("alert").asText()).isEqualTo("a1");
    assertThat(lines.get(2).path("did").asText()).isEqualTo("ACK");
  }

  @Test
  void theTrailCanBeAskedForOnePersonOrAlert() throws IOException {
    browser.signIn();
    browser.get("/v1/people/anna");
    browser.get("/v1/people/bert");
    browser.post("/v1/alerts/a1/commands", "ACK", browser.asPage());
    assertThat(written(admin("/v1/audit?participant=bert"))).hasSize(1);
    assertThat(written(admin("/v1/audit?alert=a1&subject=carl"))).hasSize(1);
    assertThat(written(admin("/v1/audit?subject=dora"))).isEmpty();
    assertThat(written(admin("/v1/audit?subject=carl&limit=1"))).hasSize(1);
    assertThat(admin("/v1/audit?limit=0").statusCode()).isEqualTo(400);
    assertThat(admin("/v1/audit?limit=1001").statusCode()).isEqualTo(400);
  }

  /** Seen red with: the role not asked for. */
  @Test
  void onlyAdministratorsReadIt() {
    browser.signIn();
    assertThat(browser.get("/v1/audit").statusCode()).isEqualTo(403);
    String operator = provider.bearer(provider.claims("olga").claim("roles", "operator reviewer"));
    assertThat(browser.bearer("/v1/audit", operator).statusCode()).isEqualTo(403);
    assertThat(new Browser(feed).get("/v1/audit").statusCode()).isEqualTo(401);
    assertThat(admin("/v1/audit").statusCode()).isEqualTo(200);
  }

  /** Seen red with: one trail for everybody. */
  @Test
  void strangersCannotFillTheTrailOfThoseWhoAreKnown() throws IOException {
    Browser stranger = new Browser(feed);
    for (int i = 0; i < 5; i++) {
      stranger.get("/v1/people/anna");
    }
    assertThat(written(admin("/v1/audit"))).isEmpty();
    feed.close();
    assertThat(lines("strangers")).hasSize(5).allMatch(line -> line.contains("\"status\":401"));
  }

  @Test
  void neitherNamesNorTokensAreWritten() throws IOException {
    String token = provider.bearer(provider.claims("carl").claim("name", "Carl Carlsson"));
    browser.bearer("/v1/people/anna", token);
    browser.get("/v1/people/anna?access_token=" + token);
    browser.signIn();
    feed.close();
    List<String> all = lines("");
    assertThat(all).hasSizeGreaterThanOrEqualTo(3);
    assertThat(String.join("", all))
        .doesNotContain("Anna", "Carl", "eyJ")
        .doesNotContain(browser.cookies.values());
  }

  private HttpResponse<String> admin(String address) {
    String token = provider.bearer(provider.claims("ada").claim("roles", "admin"));
    return new Browser(feed).bearer(address, token);
  }

  private static List<JsonNode> written(HttpResponse<String> answer) throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    JSON.readTree(answer.body())
        .path("entries")
        .forEach(
            entry -> {
              if (!entry.path("action").asText().equals("GET /v1/audit")) {
                entries.add(entry);
              }
            });
    return entries;
  }

  private List<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(name)).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }
}

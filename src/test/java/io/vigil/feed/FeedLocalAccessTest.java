package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.access.LocalAccess;
import io.vigil.feed.access.LocalDoor;
import io.vigil.feed.access.LocalSessions;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.RawRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who started the feed gets in, once by the token and then by the session; nobody else does. */
class FeedLocalAccessTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  /** Seen red with: a token that stays good. */
  @Test
  void aTokenIsGoodOnceAndItsSessionOutlivesARestart() throws Exception {
    LocalAccess access = access();
    String token = access.token();
    String cookie;
    int port;
    try (Feed feed = start(access, 0)) {
      port = feed.port();
      assertThat(people(port, "").statusCode()).isEqualTo(401);
      assertThat(enter(port, "wrong").statusCode()).isEqualTo(401);
      HttpResponse<String> entered = enter(port, token);
      assertThat(entered.statusCode()).isEqualTo(204);
      String set = entered.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(set).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
      cookie = set.substring(0, set.indexOf(';'));
      assertThat(people(port, cookie).statusCode()).isEqualTo(200);
      assertThat(people(port, cookie + "x").statusCode()).isEqualTo(401);
      HttpResponse<String> second = enter(port, token);
      assertThat(second.statusCode()).isEqualTo(401);
      assertThat(second.body()).contains("was used").doesNotContain(token);
      assertThat(enter(port, "").statusCode()).isEqualTo(401);
    }
    assertThat(Files.readString(sessions()))
        .doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
    try (Feed feed = start(access(), port)) {
      assertThat(people(feed.port(), cookie).statusCode()).isEqualTo(200);
    }
  }

  /** Seen red with: places that are not looked at. */
  @Test
  void aForeignPageAndAForeignNameAreKeptOut() throws Exception {
    LocalAccess access = access();
    try (Feed feed = start(access, 0)) {
      String name = "GET / HTTP/1.1\nHost: evil.example\nConnection: close\n\n";
      assertThat(RawRequest.send(feed.port(), name, new byte[0])).contains(" 421 ");
      String page =
          "GET /v1/people HTTP/1.1\nHost: localhost:%d\nOrigin: http://evil.example\nConnection: close\n\n"
              .formatted(feed.port());
      assertThat(RawRequest.send(feed.port(), page, new byte[0])).contains(" 403 ");
      String own = page.replace("evil.example", "localhost:" + feed.port());
      assertThat(RawRequest.send(feed.port(), own, new byte[0])).contains(" 401 ");
    }
  }

  private LocalAccess access() {
    return new LocalAccess(LocalSessions.in(sessions()));
  }

  private Path sessions() {
    return folder.resolve("sessions");
  }

  private Feed start(LocalAccess access, int port) throws IOException {
    return Feeds.start(folder, port, access, List.of(new LocalDoor(access)));
  }

  private HttpResponse<String> enter(int port, String token) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> people(int port, String cookie) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/people"));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}

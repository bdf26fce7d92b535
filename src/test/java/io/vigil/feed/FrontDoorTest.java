package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.vigil.feed.access.Access;
import io.vigil.feed.access.Role;
import io.vigil.feed.access.Unauthorised;
import io.vigil.feed.access.Viewer;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.RefusedSettings;
import io.vigil.settings.Secret;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings put the door together. */
class FrontDoorTest {
  private static final String KEY = "0123456789abcdef";
  private static final Access LOCAL =
      context -> new Viewer("local", Set.of(Role.ADMIN), Set.of(), Instant.MAX);

  @TempDir Path folder;

  @Test
  void aFeedOfThisMachineIsGuardedAndAuditedToo() throws Exception {
    Settings settings = settings("  rateLimit: 2\n");
    try (FrontDoor door = local(settings)) {
      assertThat(door.name(Pseudonyms.by(Secret.of(KEY)).of("anna"))).isEqualTo("Anna");
      assertThat(door.name("p-unknown")).isEqualTo("p-unknown");
      Javalin server = serve(door);
      try {
        HttpResponse<String> answer = get(server, "/v1/people/p-1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(get(server, "/v1/audit").body()).contains("p-1", "\"subject\":\"local\"");
        assertThat(get(server, "/v1/people/p-1").headers().firstValue("Retry-After")).isPresent();
      } finally {
        server.stop();
      }
    }
    try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFeedWithSignInLetsNobodyInWhoIsNotSignedIn() throws Exception {
    Settings settings =
        settings(
            """
              publicUrl: http://127.0.0.1:8080
              oidc: {issuer: "http://127.0.0.1:1", clientId: vigil}
            """);
    try (FrontDoor door = FrontDoor.withSignIn(settings, InstantSource.system())) {
      Javalin server = serve(door);
      try {
        assertThat(get(server, "/v1/people/p-1").statusCode()).isEqualTo(401);
      } finally {
        server.stop();
      }
    }
  }

  @Test
  void aWrongDirectoryIsRefusedAtStart() throws IOException {
    Settings settings = settings("");
    Files.writeString(folder.resolve("people.yaml"), "people: {anna: {nam: Anna}}");
    assertThatThrownBy(() -> local(settings))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageContaining("people.yaml line 1: people.anna.nam is not a directory entry");
  }

  private static FrontDoor local(Settings settings) throws IOException {
    return FrontDoor.ofThisMachine(settings, LOCAL, config -> {}, InstantSource.system());
  }

  private Settings settings(String more) throws IOException {
    Files.writeString(folder.resolve("people.yaml"), "people: {anna: {name: Anna}}");
    Path file = folder.resolve("vigil.yaml");
    Files.writeString(
        file,
        """
        pseudonyms: {key: "${env:KEY}"}
        feed:
          directory: %s
          auditPath: %s
        """
                .formatted(folder.resolve("people.yaml"), folder.resolve("audit"))
            + more);
    return Settings.read(file, Map.of("KEY", KEY)::get);
  }

  private static Javalin serve(FrontDoor door) {
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.jetty.port = 0;
              config.routes.exception(Unauthorised.class, (e, to) -> to.status(401));
              door.register(config);
              config.routes.before("/v1/*", door.access()::of);
              config.routes.get("/v1/people/{id}", to -> to.result(to.pathParam("id")));
            })
        .start();
  }

  private static HttpResponse<String> get(Javalin server, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).build(),
            BodyHandlers.ofString());
  }
}

package io.vigil.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSettingsTest {

  @Test
  void byDefaultTheFeedIsForThisMachineAlone() {
    assertThat(Settings.defaults().feed())
        .isEqualTo(
            new Settings.Feed(
                8080,
                "127.0.0.1",
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                600,
                3000,
                Path.of("data/audit"),
                Duration.ofDays(365),
                0.1,
                Optional.empty()));
  }

  @Test
  void everythingCanBeSet() {
    Settings.Feed feed =
        read("""
                feed:
                  port: 9000
                  bind: 0.0.0.0
                  metricsPort: 9090
                  publicUrl: https://care.example.org
                  proxies: 1
                  directory: people.yaml
                  rateLimit: 60
                  addressRateLimit: 120
                  auditPath: /srv/audit
                  auditKept: 30 d
                  secondReviewer: 0.25
                  oidc:
                    issuer: https://login.example.org/care
                    clientId: vigil
                    clientSecret: ${env:CLIENT}
                    audience: api://vigil
                    algorithms: [RS256, ES256]
                    rolesClaim: realm_access.roles
                    peopleClaim: people
                """)
            .feed();
    assertThat(feed)
        .isEqualTo(
            new Settings.Feed(
                9000,
                "0.0.0.0",
                Optional.of(9090),
                Optional.of(URI.create("https://care.example.org")),
                1,
                Optional.of(Path.of("people.yaml")),
                60,
                120,
                Path.of("/srv/audit"),
                Duration.ofDays(30),
                0.25,
                Optional.of(
                    new Settings.Oidc(
                        URI.create("https://login.example.org/care"),
                        "vigil",
                        Secret.of("s3cret"),
                        "api://vigil",
                        List.of("RS256", "ES256"),
                        "realm_access.roles",
                        "people"))));
    assertThat(feed.toString()).doesNotContain("s3cret");
  }

  @Test
  void bearerTokensAreForTheClientWhereNothingElseIsSaid() {
    String file =
        """
        feed:
          publicUrl: http://localhost:8080
          oidc: {issuer: "http://127.0.0.1:9/", clientId: vigil}
        """;
    assertThat(read(file).feed().oidc().orElseThrow().audience()).isEqualTo("vigil");
  }

  /** Seen red with: the check of {@code feed.bind} left out. */
  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "192.168.1.7", "::", "vigil.example.org", "127.0.0.1.evil.org"})
  void nobodyCanOpenTheFeedToOthersWithoutSignIn(String bind) {
    assertThatThrownBy(() -> read("feed:\n  bind: '" + bind + "'"))
        .hasMessageContaining(
            "vigil.yaml line 2: feed.bind: '" + bind + "' can be reached by others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
  void thisMachineNeedsNoSignIn(String bind) {
    assertThat(read("feed: {bind: '" + bind + "'}").feed().bind()).isEqualTo(bind);
  }

  @Test
  void signInNeedsToKnowWhereTheFeedIs() {
    assertThatThrownBy(
            () -> read("feed: {oidc: {issuer: 'https://login.example.org', clientId: vigil}}"))
        .hasMessageContaining("feed.oidc is set, and feed.publicUrl is missing; expected an https");
  }

  @Test
  void signInNeedsAClient() {
    String file =
        "feed: {publicUrl: 'https://v.example.org', oidc: {issuer: 'https://login.example.org'}}";
    assertThatThrownBy(() -> read(file))
        .hasMessageContaining("feed.oidc.issuer is set, and feed.oidc.clientId is missing");
  }

  /** Whoever forgets the issuer must not be left with a feed that asks nobody. */
  @Test
  void signInNeedsAnIssuer() {
    assertThatThrownBy(() -> read("feed: {oidc: {clientId: vigil}}"))
        .hasMessageContaining("feed.oidc is set, and feed.oidc.issuer is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example.org",
        "ftp://login.example.org",
        "https://u:p@login.example.org",
        "https://login.example.org?x=1",
        "login.example.org",
        "https://"
      })
  void tokensComeFromNowhereUnsafe(String issuer) {
    assertThatThrownBy(() -> read("feed:\n  oidc:\n    issuer: '" + issuer + "'"))
        .hasMessageContaining("vigil.yaml line 3: feed.oidc.issuer: ")
        .hasMessageContaining("expected an https address");
  }

  /** Seen red with: {@code none} and {@code HS256} among the words of the setting. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "[RS256, HS256]", "[]", "[RS256, RS256]"})
  void weakSignaturesCannotBeAllowed(String algorithms) {
    assertThatThrownBy(() -> read("feed: {oidc: {algorithms: " + algorithms + "}}"))
        .hasMessageContaining("feed.oidc.algorithms: ");
  }

  private static Settings read(String yaml) {
    return SettingsReader.read("vigil.yaml", yaml, Map.of("CLIENT", "s3cret")::get);
  }
}

package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Settings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caregivers see their own people; roles and people are what token and directory say. */
class WhoMaySeeWhomTest {
  @TempDir Path folder;
  private TestProvider provider;
  private TestFeed feed;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    provider = new TestProvider();
    begin(provider.settings());
  }

  @AfterEach
  void stop() {
    feed.close();
    provider.close();
  }

  /**
   * Whether somebody else is watched over is nobody's business. Seen red with: {@code
   * Viewer.maySee} answering with true.
   */
  @Test
  void anothersPersonIsAsOneWhoDoesNotExist() {
    String carl = provider.bearer(provider.claims("carl"));
    assertThat(browser.bearer("/v1/people/anna", carl).statusCode()).isEqualTo(200);
    HttpResponse<String> others = browser.bearer("/v1/people/bert", carl);
    HttpResponse<String> nobodys = browser.bearer("/v1/people/nobody", carl);
    assertThat(others.statusCode()).isEqualTo(404);
    assertThat(others.statusCode()).isEqualTo(nobodys.statusCode());
    assertThat(others.body()).isEqualTo(nobodys.body());
    assertThat(others.headers().map().keySet()).isEqualTo(nobodys.headers().map().keySet());
  }

  /** Seen red with: the directory of the first request kept. */
  @Test
  void whoeverIsTakenOutOfTheDirectorySeesThePersonNoLonger() {
    browser.signIn();
    assertThat(browser.get("/v1/people/anna").statusCode()).isEqualTo(200);
    browser.get("/v1/me");
    assertThat(feed.lasting.get().orElseThrow().maySee("anna")).isTrue();
    feed.directory("people: {anna: {name: Anna, caregivers: dora}}");
    assertThat(browser.get("/v1/people/anna").statusCode()).isEqualTo(404);
    assertThat(feed.lasting.get().orElseThrow().maySee("anna")).isFalse();
  }

  @Test
  void strangersWhoSignInSeeNobody() {
    provider.subject = "mallory";
    browser.signIn();
    assertThat(browser.get("/v1/me").body()).contains("\"people\":[]", "\"roles\":[]");
    assertThat(browser.get("/v1/people/anna").statusCode()).isEqualTo(404);
  }

  @Test
  void rolesAreThoseOfTheClaim() {
    assertThat(me(Map.of("roles", List.of("admin", "operator", "superuser", "ADMIN "))))
        .contains("\"roles\":[\"OPERATOR\",\"ADMIN\"]");
    assertThat(me(Map.of("roles", "reviewer operator")))
        .contains("\"roles\":[\"REVIEWER\",\"OPERATOR\"]");
    for (Object odd : new Object[] {7, List.of(1, 2), Map.of("admin", true), "", "Admin"}) {
      assertThat(me(Map.of("roles", odd))).as("%s", odd).contains("\"roles\":[]");
    }
  }

  @Test
  void rolesMayLieInsideOfOtherClaims() {
    begin(withClaims("realm_access.roles", ""));
    assertThat(me(Map.of("realm_access", Map.of("roles", List.of("operator")))))
        .contains("[\"OPERATOR\"]");
    begin(withClaims("https://vigil.example.org/roles", ""));
    assertThat(me(Map.of("https://vigil.example.org/roles", List.of("operator"))))
        .contains("[\"OPERATOR\"]");
  }

  @Test
  void peopleMayBeNamedByTheTokenToo() {
    begin(withClaims("roles", "people"));
    assertThat(me(Map.of("people", List.of("bert"), "roles", "caregiver")))
        .contains("\"people\":[\"bert\"]");
  }

  private void begin(Settings.Oidc settings) {
    if (feed != null) {
      feed.close();
    }
    feed = new TestFeed(settings, folder);
    browser = new Browser(feed);
  }

  private Settings.Oidc withClaims(String roles, String people) {
    Settings.Oidc usual = provider.settings();
    return new Settings.Oidc(
        usual.issuer(),
        usual.clientId(),
        usual.clientSecret(),
        usual.audience(),
        usual.algorithms(),
        roles,
        people);
  }

  private String me(Map<String, Object> claims) {
    var token = provider.claims("erik");
    claims.forEach(token::claim);
    return browser.bearer("/v1/me", provider.bearer(token)).body();
  }
}

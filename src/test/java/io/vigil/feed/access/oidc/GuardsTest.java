package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes with every answer, and how many answers there are. */
class GuardsTest {
  private static final int A_MINUTE = 4;

  @TempDir Path folder;
  private TestProvider provider;

  @BeforeEach
  void start() throws IOException {
    provider = new TestProvider();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  /** Seen red with: headers set after the handlers, and so not on what they refuse. */
  @Test
  void everyAnswerTellsBrowsersWhatToRefuse() {
    try (TestFeed feed = new TestFeed(provider.settings(), folder)) {
      Browser browser = new Browser(feed);
      String token = provider.bearer(provider.claims("carl"));
      for (HttpResponse<?> answer :
          new HttpResponse<?>[] {
            browser.bearer("/v1/me", token),
            browser.get("/v1/me"),
            browser.get("/nowhere"),
            browser.get("/login"),
            browser.get("/v1/me?token=x")
          }) {
        HttpHeaders headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
            .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
            .doesNotContain("unsafe", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
      }
    }
  }

  @Test
  void overHttpsBrowsersStayThere() {
    try (TestFeed feed = feed("https://vigil.example.org", 100)) {
      assertThat(new Browser(feed).get("/v1/me").headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
    }
  }

  /** Seen red with: a bucket that is never empty. */
  @Test
  void anAddressThatAsksTooOftenWaits() {
    try (TestFeed feed = feed(TestFeed.PUBLIC, A_MINUTE)) {
      Browser browser = new Browser(feed);
      for (int i = 0; i < A_MINUTE; i++) {
        assertThat(browser.get("/v1/me", "X-Forwarded-For", "10.0.0.1").statusCode())
            .isEqualTo(401);
      }
      HttpResponse<String> tooMany = browser.get("/v1/me", "X-Forwarded-For", "10.0.0.1");
      assertThat(tooMany.statusCode()).isEqualTo(429);
      assertThat(tooMany.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 15L);
      assertThat(browser.get("/v1/me", "X-Forwarded-For", "10.0.0.2").statusCode()).isEqualTo(401);
      feed.pass(Duration.ofSeconds(15));
      assertThat(browser.get("/v1/me", "X-Forwarded-For", "10.0.0.1").statusCode()).isEqualTo(401);
    }
  }

  /** Seen red with: the first address taken for the one that the proxy saw. */
  @Test
  void anAddressThatWasMadeUpIsNotBelieved() {
    try (TestFeed feed = feed(TestFeed.PUBLIC, A_MINUTE)) {
      Browser browser = new Browser(feed);
      for (int i = 0; i < A_MINUTE; i++) {
        browser.get("/v1/me", "X-Forwarded-For", "10.9.9." + i + ", 10.0.0.1");
      }
      String[] anotherLine = {"X-Forwarded-For", "10.9.9.9", "X-Forwarded-For", "10.0.0.1"};
      assertThat(browser.get("/v1/me", anotherLine).statusCode()).isEqualTo(429);
    }
  }

  /** From however many addresses. Seen red with: viewers not counted. */
  @Test
  void somebodyWhoAsksTooOftenWaits() {
    try (TestFeed feed = feed(TestFeed.PUBLIC, A_MINUTE)) {
      Browser browser = new Browser(feed);
      String carl = "Bearer " + provider.bearer(provider.claims("carl"));
      String dora = "Bearer " + provider.bearer(provider.claims("dora"));
      for (int i = 0; i < A_MINUTE; i++) {
        assertThat(ask(browser, carl, i)).isEqualTo(200);
      }
      assertThat(ask(browser, carl, A_MINUTE)).isEqualTo(429);
      assertThat(ask(browser, dora, A_MINUTE + 1)).isEqualTo(200);
    }
  }

  private static int ask(Browser browser, String token, int host) {
    return browser
        .get("/v1/me", "Authorization", token, "X-Forwarded-For", "10.0.1." + host)
        .statusCode();
  }

  private TestFeed feed(String publicUrl, int perMinute) {
    return new TestFeed(provider.settings(), URI.create(publicUrl), perMinute, folder);
  }
}

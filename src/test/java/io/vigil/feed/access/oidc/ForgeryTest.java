package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other sites can make a browser send requests with its cookies; none of them does anything. */
class ForgeryTest {
  private static final String COMMAND = "/v1/alerts/a1/commands";

  @TempDir Path folder;
  private TestProvider provider;
  private TestFeed feed;
  private Browser browser;

  @BeforeEach
  void signIn() throws IOException {
    provider = new TestProvider();
    feed = new TestFeed(provider.settings(), folder);
    browser = new Browser(feed);
    browser.signIn();
  }

  @AfterEach
  void stop() {
    feed.close();
    provider.close();
  }

  @Test
  void thePageMayAct() {
    HttpResponse<String> done = browser.post(COMMAND, "ACK", browser.asPage());
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("carl");
  }

  /** Seen red with: the header not looked at. */
  @Test
  void withoutProofNothingIsDone() {
    refused("Origin", TestFeed.PUBLIC);
    refused("Origin", TestFeed.PUBLIC, Sessions.PROOF_HEADER, "");
    refused("Origin", TestFeed.PUBLIC, Sessions.PROOF_HEADER, Unguessable.text());
  }

  /**
   * Two equal texts prove nothing: whoever can set a cookie can send its value too. Seen red with:
   * header and cookie compared.
   */
  @Test
  void aProofOfOnesOwnMakingIsNone() {
    browser.cookies.put(Cookies.PROOF, "made-up");
    refused("Origin", TestFeed.PUBLIC, Sessions.PROOF_HEADER, "made-up");
  }

  @Test
  void theProofOfAnotherSessionIsNone() {
    Browser other = new Browser(feed);
    other.signIn();
    refused(other.asPage());
  }

  /** Seen red with: the origin not looked at. */
  @Test
  void fromAnotherSiteNothingIsDone() {
    String proof = browser.cookies.get(Cookies.PROOF);
    for (String origin :
        new String[] {
          "https://evil.example",
          "null",
          "http://localhost.evil.example",
          "https://localhost",
          "http://localhost:81"
        }) {
      refused("Origin", origin, Sessions.PROOF_HEADER, proof);
    }
    refused(Sessions.PROOF_HEADER, proof);
  }

  @Test
  void programsNeedNoProof() {
    browser.cookies.clear();
    String token = "Bearer " + provider.bearer(provider.claims("carl"));
    assertThat(browser.post(COMMAND, "ACK", "Authorization", token).statusCode()).isEqualTo(200);
  }

  private void refused(String... headers) {
    assertThat(browser.post(COMMAND, "ACK", headers).statusCode()).isEqualTo(403);
  }
}

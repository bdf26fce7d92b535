package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in with a browser, by the code flow with PKCE. */
class SignInTest extends WithProvider {
  @Test
  void whoeverTheProviderVouchesForIsLetIn() {
    HttpResponse<String> back = browser.signIn();
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(Browser.location(back)).isEqualTo("/");
    assertThat(browser.get("/v1/me").body()).contains("\"subject\":\"carl\"");
  }

  @Test
  void theSessionIsHiddenFromScriptsAndTheProofIsNot() {
    List<String> cookies = browser.signIn().headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .matches("vigil-session=[\\w-]{43};.*")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=")
                    .doesNotContain("Domain"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .matches("vigil-csrf=[\\w-]{43};.*")
                    .contains("SameSite=Strict")
                    .doesNotContain("HttpOnly"));
  }

  /** Seen red with: cookies made without {@code Secure} over https. */
  @Test
  void overHttpsCookiesAreForThisHostAndHttpsAlone() {
    URI https = URI.create("https://vigil.example.org");
    try (TestFeed secure = new TestFeed(provider.settings(), https, 1000, folder)) {
      assertThat(new Browser(secure).get("/login").headers().allValues("Set-Cookie"))
          .singleElement()
          .satisfies(
              cookie ->
                  assertThat(cookie)
                      .startsWith("__Host-vigil-sign-in=")
                      .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                      .doesNotContain("Domain"));
    }
  }

  /** Seen red with: sign-ins kept after they were finished. */
  @Test
  void aCodeServesOnce() {
    String back = browser.comeBack();
    String begun = browser.cookies.get(Cookies.SIGN_IN);
    assertThat(browser.get(back).statusCode()).isEqualTo(303);
    browser.cookies.clear();
    browser.cookies.put(Cookies.SIGN_IN, begun);
    HttpResponse<String> again = browser.get(back);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("finished before");
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aWrongStateIsRefused() {
    String back = browser.comeBack().replaceAll("state=.*", "state=" + Unguessable.text());
    assertThat(browser.get(back).statusCode()).isEqualTo(400);
    assertThat(browser.get("/callback?code=x").statusCode()).isEqualTo(400);
    assertThat(browser.get("/callback?state=x").statusCode()).isEqualTo(400);
    assertThat(browser.get("/callback?code=x&state=y&state=z").statusCode()).isEqualTo(400);
  }

  /**
   * Nobody can be signed in as somebody else by a link. Seen red with: the state compared with
   * itself and not with the cookie.
   */
  @Test
  void aSignInThatAnotherBrowserBeganIsRefused() {
    String back = new Browser(feed).comeBack();
    assertThat(browser.get(back).statusCode()).isEqualTo(400);
    browser.comeBack();
    assertThat(browser.get(back).statusCode()).isEqualTo(400);
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
  }

  /**
   * A code that was caught on its way is of no use to who caught it. Seen red with: a provider that
   * does not compare the verifier.
   */
  @Test
  void aCodeOfAnotherSignInDoesNotFitTheVerifier() {
    String caught = new Browser(feed).comeBack().replaceAll(".*code=([^&]*)&.*", "$1");
    String own = browser.comeBack().replaceAll("code=[^&]*", "code=" + caught);
    HttpResponse<String> answer = browser.get(own);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("did not take the code");
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
  }

  /** Seen red with: no nonce given to the validator. */
  @Test
  void aTokenOfAnotherSignInIsRefused() {
    provider.idToken = claims -> claims.claim("nonce", "another");
    refused();
    provider.idToken = claims -> claims.claim("nonce", null);
    refused();
  }

  @Test
  void aTokenForAnotherClientIsRefused() {
    provider.idToken = claims -> claims.audience("other");
    refused();
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() {
    provider.idToken = claims -> claims.issuer("https://evil.example");
    refused();
  }

  @Test
  void anExpiredTokenIsRefused() {
    provider.idToken = claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600)));
    refused();
  }

  /** Seen red with: the issuer not compared. */
  @Test
  void anotherProviderCannotSendPeopleBack() {
    String back = browser.comeBack();
    assertThat(browser.get(back + "&iss=https://evil.example").statusCode()).isEqualTo(400);
    assertThat(browser.get(browser.comeBack() + "&iss=" + provider.issuer()).statusCode())
        .isEqualTo(303);
  }

  @Test
  void whoeverTheProviderDoesNotLetInIsToldSo() {
    String state = browser.comeBack().replaceAll(".*state=", "");
    HttpResponse<String> denied = browser.get("/callback?error=access_denied&state=" + state);
    assertThat(denied.statusCode()).isEqualTo(401);
    assertThat(denied.body()).contains("access_denied");
    assertThat(browser.get("/callback?error=%3Cscript%3E").body()).doesNotContain("<script>");
  }

  /** Seen red with: any address gone on to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "javascript:alert(1)",
        "/%0Ax"
      })
  void nobodyIsSentOnToAnotherSite(String to) {
    String back = location(browser.get(location(browser.get("/login?to=" + to))));
    assertThat(location(browser.get(back))).isEqualTo("/");
  }

  @Test
  void peopleGoOnToWhereTheyWanted() {
    String back = location(browser.get(location(browser.get("/login?to=/alerts/a%23trace"))));
    assertThat(location(browser.get(back))).isEqualTo("/alerts/a#trace");
  }

  @Test
  void aSignInThatTookTooLongIsRefused() {
    String back = browser.comeBack();
    feed.pass(SignIn.LONGEST);
    assertThat(browser.get(back).statusCode()).isEqualTo(400);
  }

  /** Seen red with: sessions of twelve hours, whatever the token says. */
  @Test
  void aSessionEndsWithItsToken() {
    provider.idToken = claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(300)));
    browser.signIn();
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(200);
    assertThat(feed.lasting.get()).isPresent();
    feed.pass(Duration.ofSeconds(300));
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
    assertThat(feed.lasting.get()).isEmpty();
  }

  /** Seen red with: sessions as long as their tokens. */
  @Test
  void aSessionEndsAfterHalfADayWhateverItsTokenSays() {
    provider.idToken =
        claims -> claims.expirationTime(Date.from(Instant.now().plus(Duration.ofDays(300))));
    browser.signIn();
    feed.pass(Duration.ofHours(12));
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
  }

  /** Seen red with: a session that is only taken out of the browser. */
  @Test
  void signingOutEndsTheSessionEverywhere() {
    browser.signIn();
    browser.get("/v1/me");
    String session = browser.cookies.get(Cookies.SESSION);
    HttpResponse<String> out = browser.post("/logout", "", browser.asPage());
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.body()).contains(provider.issuer() + "/end");
    assertThat(browser.cookies).isEmpty();
    assertThat(feed.lasting.get()).isEmpty();
    browser.cookies.put(Cookies.SESSION, session);
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
  }

  /** Seen red with: sign-outs not guarded. */
  @Test
  void anotherSiteCannotSignAnybodyOut() {
    browser.signIn();
    assertThat(browser.post("/logout", "", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(200);
  }

  /** Seen red with: the old session left when another is begun. */
  @Test
  void eachSignInHasASessionOfItsOwn() {
    browser.cookies.put(Cookies.SESSION, "chosen-by-somebody-else");
    browser.signIn();
    String first = browser.cookies.get(Cookies.SESSION);
    assertThat(first).isNotEqualTo("chosen-by-somebody-else");
    browser.signIn();
    assertThat(browser.cookies.get(Cookies.SESSION)).isNotEqualTo(first);
    browser.cookies.put(Cookies.SESSION, first);
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
  }

  private void refused() {
    assertThat(browser.signIn().statusCode()).isEqualTo(401);
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
  }

  private static String location(HttpResponse<String> response) {
    return Browser.location(response);
  }
}

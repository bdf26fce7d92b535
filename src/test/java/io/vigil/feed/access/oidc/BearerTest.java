package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs come with a bearer token, and only with a genuine one for this feed. */
class BearerTest extends WithProvider {
  private static final RSAKey STRANGER = TestProvider.key("stranger");

  @Test
  void aGoodTokenIsLetIn() {
    HttpResponse<String> me = browser.bearer("/v1/me", provider.bearer(provider.claims("carl")));
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body()).contains("\"subject\":\"carl\"", "[\"CAREGIVER\"]", "[\"anna\"]");
  }

  /** Seen red with: a viewer of nobody in place of {@link Unauthorised}. */
  @Test
  void nobodyIsLetInWithoutAToken() {
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(401);
    assertThat(browser.bearer("/v1/me", "").statusCode()).isEqualTo(401);
    assertThat(browser.bearer("/v1/me", "opaque").statusCode()).isEqualTo(401);
    assertThat(browser.bearer("/v1/me", "a.b.c".repeat(5_000)).statusCode()).isNotEqualTo(200);
    assertThat(browser.get("/v1/me", "Authorization", "Basic Y2FybDpjYXJs").statusCode())
        .isEqualTo(401);
  }

  @Test
  void anExpiredTokenIsRefused() {
    Date past = Date.from(Instant.now().minusSeconds(3600));
    refused(provider.bearer(provider.claims("carl").expirationTime(past)), "has ended");
  }

  /** Seen red with: the end of tokens left to the library, which gives a minute's leave. */
  @Test
  void aTokenIsRefusedFromTheSecondItEnds() {
    String token = provider.bearer(provider.claims("carl"));
    assertThat(browser.bearer("/v1/me", token).statusCode()).isEqualTo(200);
    feed.pass(Duration.ofSeconds(3600));
    refused(token, "has ended");
  }

  @Test
  void aTokenThatNeverEndsIsRefused() {
    refused(provider.bearer(provider.claims("carl").expirationTime(null)), "refused");
  }

  @Test
  void aTokenOfNobodyIsRefused() {
    refused(provider.bearer(provider.claims(null)), "refused");
    refused(provider.bearer(provider.claims(" ")), "names nobody");
    refused(provider.bearer(provider.claims("carl\nadmin")), "names nobody");
  }

  /** Seen red with: no audience given to the verifier. */
  @Test
  void aTokenForAnotherAudienceIsRefused() {
    refused(provider.bearer(provider.claims("carl").audience("api://other")), "not for this feed");
    refused(provider.bearer(provider.claims("carl").audience((String) null)), "not for this feed");
  }

  /** Seen red with: no issuer given to the verifier. */
  @Test
  void aTokenOfAnotherIssuerIsRefused() {
    refused(provider.bearer(provider.claims("carl").issuer("https://evil.example")), "not from");
    refused(provider.bearer(provider.claims("carl").issuer(null)), "not from");
  }

  @Test
  void aTokenThatIsNotValidYetIsRefused() {
    Date later = Date.from(Instant.now().plusSeconds(600));
    refused(provider.bearer(provider.claims("carl").notBeforeTime(later)), "not valid yet");
  }

  /** Seen red with: the claims read without a check of the signature. */
  @Test
  void anUnsignedTokenIsRefused() {
    refused(new PlainJWT(provider.claims("carl").build()).serialize(), "signed in a way");
  }

  /**
   * Whoever trusts the token's own word takes the public key for the secret of both. Seen red with:
   * the claims read without a check.
   */
  @Test
  void aTokenSignedByThePublicKeyAsASecretIsRefused() throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(provider.key().getKeyID()).build();
    for (byte[] secret :
        List.of(
            provider.key().toRSAPublicKey().getEncoded(),
            provider.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
      SignedJWT token = new SignedJWT(header, provider.claims("carl").build());
      token.sign(new MACSigner(secret));
      refused(token.serialize(), "refused");
    }
  }

  @Test
  void aWayOfSigningThatIsNotSetIsRefused() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("first").build(),
            provider.claims("carl").build());
    token.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).keyID("first").generate()));
    refused(token.serialize(), "refused");
  }

  /** Seen red with: the claims read without a check of the signature. */
  @Test
  void anotherKeyUnderAKnownNameIsRefused() {
    JWTClaimsSet claims = provider.claims("carl").build();
    refused(TestProvider.sign(TestProvider.key("first"), claims), "signature is wrong");
  }

  @Test
  void aChangedTokenIsRefused() {
    String[] parts = provider.bearer(provider.claims("carl")).split("\\.");
    String other = provider.bearer(provider.claims("dora")).split("\\.")[1];
    refused(parts[0] + "." + other + "." + parts[2], "signature is wrong");
  }

  /** Seen red with: keys asked for once and for ever. */
  @Test
  void aNewKeyOfTheProviderIsFound() {
    assertThat(browser.bearer("/v1/me", provider.bearer(provider.claims("carl"))).statusCode())
        .isEqualTo(200);
    provider.changeKey("second");
    assertThat(browser.bearer("/v1/me", provider.bearer(provider.claims("carl"))).statusCode())
        .isEqualTo(200);
  }

  /** Seen red with: no limit on how often keys are asked for. */
  @Test
  void unknownKeysDoNotTurnIntoAFloodOnTheProvider() {
    for (int i = 0; i < 30; i++) {
      JWTClaimsSet claims = provider.claims("carl").build();
      refused(
          TestProvider.sign(new RSAKey.Builder(STRANGER).keyID("stranger-" + i).build(), claims),
          "");
    }
    assertThat(provider.keysAsked()).isLessThan(15);
  }

  /** Seen red with: tokens in addresses let through. */
  @Test
  void aTokenInTheAddressIsRefusedAndNotRepeated() {
    String token = provider.bearer(provider.claims("carl"));
    for (String name : List.of("access_token", "token", "Bearer", "x")) {
      HttpResponse<String> answer = browser.bearer("/v1/me?" + name + "=" + token, token);
      assertThat(answer.statusCode()).as(name).isEqualTo(400);
      assertThat(answer.body()).contains("token in the address").doesNotContain(token);
    }
    assertThat(browser.get("/v1/me?access_token=opaque").statusCode()).isEqualTo(400);
  }

  /** Seen red with: the first of two taken. */
  @Test
  void twoTokensAreOneTooMany() {
    String token = "Bearer " + provider.bearer(provider.claims("carl"));
    assertThat(browser.get("/v1/me", "Authorization", token, "Authorization", token).statusCode())
        .isEqualTo(400);
  }

  /** A token that is refused does not fall back on somebody's session. */
  @Test
  void aBadTokenWithAGoodSessionIsRefused() {
    browser.signIn();
    assertThat(browser.get("/v1/me").statusCode()).isEqualTo(200);
    refused("bad", "refused");
  }

  @Test
  void whileTheProviderIsDownNobodyIsLetInAndAfterwardsEverybody() {
    provider.down(true);
    String token = provider.bearer(provider.claims("carl"));
    assertThat(browser.bearer("/v1/me", token).statusCode()).isEqualTo(503);
    provider.down(false);
    feed.pass(Duration.ofSeconds(5));
    assertThat(browser.bearer("/v1/me", token).statusCode()).isEqualTo(200);
  }

  @Test
  void knownKeysServeOnWhileTheProviderIsDown() {
    String token = provider.bearer(provider.claims("carl"));
    assertThat(browser.bearer("/v1/me", token).statusCode()).isEqualTo(200);
    provider.down(true);
    assertThat(browser.bearer("/v1/me", token).statusCode()).isEqualTo(200);
  }

  private void refused(String token, String why) {
    HttpResponse<String> answer = browser.bearer("/v1/me", token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains(why);
    if (token.length() > 10) {
      assertThat(answer.body()).doesNotContain(token.substring(token.length() - 10));
    }
  }
}

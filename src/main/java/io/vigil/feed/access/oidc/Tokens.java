package io.vigil.feed.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.vigil.feed.web.Refusal;
import io.vigil.settings.Settings;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells genuine tokens from others. The ways they may be signed are set and not taken from the
 * token, so that neither an unsigned one nor one signed by the provider's public key is let in.
 */
final class Tokens {
  private static final int LONGEST = 8_192;
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private final Settings.Oidc settings;
  private final Provider provider;
  private final Claims claims;
  private final Set<JWSAlgorithm> algorithms;

  Tokens(Settings.Oidc settings, Provider provider, Claims claims) {
    this.settings = settings;
    this.provider = provider;
    this.claims = claims;
    this.algorithms =
        settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
  }

  /**
   * Who a bearer token is of.
   *
   * @throws TokenRefused where it is not genuine, not for us, or has ended
   * @throws Refusal (503) where that cannot be told, because the provider does not answer
   */
  Identity ofBearer(String token) throws TokenRefused {
    if (token.length() > LONGEST) {
      throw new TokenRefused(
          "The token is longer than %d characters; expected a shorter one".formatted(LONGEST));
    }
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    processor.setJWSKeySelector(keys());
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
            Set.of("sub", "exp")));
    return identity(() -> processor.process(token, null));
  }

  /**
   * Who an ID token is of.
   *
   * @param nonce that the sign-in was begun with
   * @throws TokenRefused where it is not genuine, not for us, or not of this sign-in
   * @throws Refusal (503) where that cannot be told, because the provider does not answer
   */
  Identity ofIdToken(JWT token, Nonce nonce) throws TokenRefused {
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(settings.issuer()), new ClientID(settings.clientId()), keys(), null);
    return identity(() -> validator.validate(token, nonce).toJWTClaimsSet());
  }

  private JWSVerificationKeySelector<SecurityContext> keys() {
    return new JWSVerificationKeySelector<>(algorithms, provider.known().keys());
  }

  private Identity identity(Check check) throws TokenRefused {
    try {
      return claims.identity(check.claims());
    } catch (RateLimitReachedException e) {
      throw new TokenRefused("The token names a key that the provider does not have");
    } catch (KeySourceException e) {
      throw Provider.unreachable();
    } catch (BadJOSEException | JOSEException | ParseException | java.text.ParseException e) {
      // The library says what it compared, which may be of the token; the kind is enough to know.
      throw new TokenRefused("The token is refused: " + Reason.of(e));
    }
  }

  /** One way to find the claims of a genuine token. */
  private interface Check {
    JWTClaimsSet claims()
        throws BadJOSEException, JOSEException, ParseException, java.text.ParseException;
  }
}

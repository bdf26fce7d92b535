package io.vigil.feed.access.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.vigil.feed.web.Refusal;
import io.vigil.settings.Loopback;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OpenID provider as it describes itself. It is asked when it is first needed, so that the feed
 * starts without it; until it answers nobody is let in. Safe for use by several threads.
 */
final class Provider {
  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);
  private static final Duration KEYS_KEPT = Duration.ofMinutes(15);

  /** How long keys that are known serve on while the provider is down: a night. */
  private static final Duration KEYS_KEPT_IN_AN_OUTAGE = Duration.ofHours(12);

  /** Twice in this time keys are asked for at most, however many unknown ones tokens name. */
  private static final Duration KEYS_ASKED_EVERY = Duration.ofSeconds(30);

  private final URI issuer;
  private final InstantSource clock;
  private Instant askAgain = Instant.MIN;
  private Known known;

  /** What it says of itself, and its keys. */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

  Provider(URI issuer, InstantSource clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * What is known of it.
   *
   * @throws Refusal (503) while it does not answer, or not as such a provider must
   */
  synchronized Known known() {
    if (known == null) {
      if (clock.instant().isBefore(askAgain)) {
        throw unreachable();
      }
      try {
        known = ask();
      } catch (GeneralException | IOException e) {
        askAgain = clock.instant().plus(ASK_AGAIN_AFTER);
        LOG.warn(
            "The OpenID provider {} does not say what it is ({}); nobody can sign in until it does",
            issuer,
            e.getMessage());
        throw unreachable();
      }
    }
    return known;
  }

  private Known ask() throws GeneralException, IOException {
    OIDCProviderMetadata metadata =
        OIDCProviderMetadata.resolve(
            new Issuer(issuer),
            request -> {
              request.setConnectTimeout(TIMEOUT_MILLIS);
              request.setReadTimeout(TIMEOUT_MILLIS);
            });
    safe("jwks_uri", metadata.getJWKSetURI());
    safe("authorization_endpoint", metadata.getAuthorizationEndpointURI());
    safe("token_endpoint", metadata.getTokenEndpointURI());
    return new Known(metadata, keys(metadata.getJWKSetURI()));
  }

  private static JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
    return JWKSourceBuilder.create(
            address.toURL(),
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES))
        .cache(KEYS_KEPT.toMillis(), 2L * TIMEOUT_MILLIS)
        // Asking ahead would need threads, for the fraction of a second that it saves.
        .refreshAheadCache(false)
        .rateLimited(KEYS_ASKED_EVERY.toMillis())
        .outageTolerant(KEYS_KEPT_IN_AN_OUTAGE.toMillis())
        .build();
  }

  private static void safe(String what, URI address) throws GeneralException {
    boolean safe =
        address != null
            && address.getHost() != null
            && ("https".equals(address.getScheme()) || Loopback.is(address.getHost()));
    if (!safe) {
      throw new GeneralException(
          "its %s is '%s', expected an https address".formatted(what, address));
    }
  }

  static Refusal unreachable() {
    return new Refusal(
        503,
        "The identity provider does not answer, so that nobody can be let in; try again in 5 s");
  }
}

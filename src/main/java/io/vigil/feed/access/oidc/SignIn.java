package io.vigil.feed.access.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import io.vigil.feed.web.Refusal;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code flow with PKCE: somebody is sent to the provider, comes back with a code, and the code
 * is exchanged for a token that says who they are.
 */
final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int MOST_PENDING = 50_000;

  /** How long somebody may take at the provider. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private final Settings.Oidc settings;
  private final URI callback;
  private final Provider provider;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Held<PendingSignIn> pending;

  /** A sign-in that was begun: where to go, and what must come back. */
  record Begun(URI provider, String state) {}

  /** A sign-in that went well: who, and where they wanted to go. */
  record Done(Identity identity, String goOn) {}

  /**
   * @param callback where the provider sends people back
   */
  SignIn(
      Settings.Oidc settings, URI callback, Provider provider, Tokens tokens, InstantSource clock) {
    this.settings = settings;
    this.callback = callback;
    this.provider = provider;
    this.tokens = tokens;
    this.clock = clock;
    this.pending = new Held<>(MOST_PENDING, PendingSignIn::until, clock);
  }

  /**
   * Begins.
   *
   * @param goOn the path of the feed to go on to
   */
  Begun begin(String goOn) {
    URI endpoint = provider.known().metadata().getAuthorizationEndpointURI();
    CodeVerifier verifier = new CodeVerifier();
    Nonce nonce = new Nonce(Unguessable.text());
    String state =
        pending.put(new PendingSignIn(verifier, nonce, goOn, clock.instant().plus(LONGEST)));
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid"), new ClientID(settings.clientId()), callback)
            .endpointURI(endpoint)
            .state(new State(state))
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Begun(address, state);
  }

  /**
   * Finishes; can be done once for each that was begun.
   *
   * @param state that came back by the provider
   * @param begunHere the state of the sign-in that this browser began, or null: without it,
   *     somebody could be signed in as another by a link
   * @param issuer that says it sent them back, or null where it does not say
   * @throws Refusal (400) where it was not begun, (401) where the provider does not vouch for them
   */
  Done finish(String state, String begunHere, String code, String issuer) {
    if (!Unguessable.same(state, begunHere)) {
      throw new Refusal(
          400,
          "This sign-in was not begun in this browser, or another was since; begin again at /login");
    }
    PendingSignIn begun =
        pending
            .take(state)
            .orElseThrow(
                () ->
                    new Refusal(
                        400,
                        "This sign-in is over: it was finished before, or took more than 10 minutes; begin again at /login"));
    if (issuer != null && !issuer.equals(settings.issuer().toString())) {
      throw new Refusal(
          400, "Another provider than the one that is set sent you back; begin again at /login");
    }
    try {
      return new Done(tokens.ofIdToken(exchange(code, begun), begun.nonce()), begun.goOn());
    } catch (TokenRefused e) {
      throw new Refusal(401, e.getMessage());
    }
  }

  private JWT exchange(String code, PendingSignIn begun) {
    try {
      HTTPRequest request = request(code, begun).toHTTPRequest();
      request.setConnectTimeout(TIMEOUT_MILLIS);
      request.setReadTimeout(TIMEOUT_MILLIS);
      request.setFollowRedirects(false);
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!response.indicatesSuccess()) {
        LOG.warn(
            "The OpenID provider {} did not take a code: {}",
            settings.issuer(),
            response.toErrorResponse().getErrorObject().getCode());
        throw new Refusal(
            401, "The identity provider did not take the code; begin again at /login");
      }
      JWT token = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      if (token == null) {
        throw new Refusal(
            401, "The identity provider does not say who you are; tell who runs the feed");
      }
      return token;
    } catch (IOException | ParseException e) {
      LOG.warn(
          "The OpenID provider {} could not be asked about a code: {}",
          settings.issuer(),
          e.getClass().getSimpleName());
      throw Provider.unreachable();
    }
  }

  private TokenRequest request(String code, PendingSignIn begun) {
    URI endpoint = provider.known().metadata().getTokenEndpointURI();
    ClientID client = new ClientID(settings.clientId());
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(new AuthorizationCode(code), callback, begun.verifier());
    if (!settings.clientSecret().isSet()) {
      return new TokenRequest.Builder(endpoint, client, grant).build();
    }
    Secret secret = new Secret(settings.clientSecret().reveal());
    return new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, secret), grant).build();
  }
}

package io.vigil.feed.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vigil.feed.kit.Doors;
import io.vigil.settings.Secret;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A small OpenID provider on a free port, which checks what a real one would. */
final class TestProvider implements AutoCloseable {
  static final String CLIENT = "vigil";
  static final String CLIENT_SECRET = Doors.CLIENT_SECRET;
  static final String AUDIENCE = "api://vigil";
  private static final RSAKey FIRST = key("first");
  private static final String REDIRECT = TestFeed.PUBLIC + "/callback";

  private final HttpServer server;
  private final Map<String, Map<String, String>> codes = new HashMap<>();
  private final AtomicInteger keysAsked = new AtomicInteger();
  private volatile RSAKey key = FIRST;
  private volatile boolean down;

  /** What every ID token has besides the usual: changed by tests. */
  volatile Consumer<JWTClaimsSet.Builder> idToken = claims -> {};

  /** Who signs in next. */
  volatile String subject = "carl";

  TestProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    on("/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
    on(
        "/keys",
        exchange -> {
          keysAsked.incrementAndGet();
          answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        });
    on("/authorize", this::authorize);
    on("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Settings.Oidc settings() {
    return new Settings.Oidc(
        URI.create(issuer()),
        CLIENT,
        Secret.of(CLIENT_SECRET),
        AUDIENCE,
        List.of("RS256"),
        "roles",
        "");
  }

  /** From now on another key signs. */
  void changeKey(String id) {
    key = key(id);
  }

  RSAKey key() {
    return key;
  }

  /** Answers with 500 from now on, or no longer. */
  void down(boolean is) {
    down = is;
  }

  int keysAsked() {
    return keysAsked.get();
  }

  /** The claims of a good bearer token for an hour. */
  JWTClaimsSet.Builder claims(String who) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(who)
        .audience(AUDIENCE)
        .issueTime(new Date())
        .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
  }

  /** A bearer token. */
  String bearer(JWTClaimsSet.Builder claims) {
    return sign(key, claims.build());
  }

  static String sign(RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String description() {
    return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "end_session_endpoint": "%1$s/end", "jwks_uri": "%1$s/keys", "response_types_supported": ["code"],
         "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
        """
        .formatted(issuer());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    if (!"code".equals(asked.get("response_type"))
        || !CLIENT.equals(asked.get("client_id"))
        || !REDIRECT.equals(asked.get("redirect_uri"))
        || !"S256".equals(asked.get("code_challenge_method"))
        || !asked.containsKey("nonce")) {
      answer(exchange, 400, "{\"error\": \"invalid_request\"}");
      return;
    }
    // As that of a provider whose codes look like tokens.
    String code = "eyJraWQiOiJ0In0.e.i.c." + Unguessable.text();
    asked.put("subject", subject);
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .set("Location", REDIRECT + "?code=" + code + "&state=" + asked.get("state"));
    answer(exchange, 302, "");
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> sent = parameters(body);
    Map<String, String> asked = codes.remove(sent.get("code"));
    String basic = CLIENT + ":" + CLIENT_SECRET;
    boolean client =
        ("Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!client) {
      answer(exchange, 401, "{\"error\": \"invalid_client\"}");
    } else if (asked == null
        || !REDIRECT.equals(sent.get("redirect_uri"))
        || !asked.get("code_challenge").equals(challenge(sent.get("code_verifier")))) {
      answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
    } else {
      JWTClaimsSet.Builder claims =
          claims(asked.get("subject")).audience(CLIENT).claim("nonce", asked.get("nonce"));
      idToken.accept(claims);
      answer(
          exchange,
          200,
          "{\"access_token\": \"opaque\", \"token_type\": \"Bearer\", \"id_token\": \"%s\"}"
              .formatted(sign(key, claims.build())));
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /** What one address of the provider does. */
  private interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  private void on(String path, Answering answering) {
    server.createContext(
        path,
        exchange -> {
          if (down) {
            answer(exchange, 500, "");
          } else {
            answering.to(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

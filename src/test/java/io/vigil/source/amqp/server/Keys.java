package io.vigil.source.amqp.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shared access keys, and the check of the tokens that are signed by them. */
final class Keys {
  private static final String SIGNED = "SharedAccessSignature ";

  private record Key(String secret, Set<Right> rights) {}

  private final Map<String, Key> keys = new HashMap<>();
  private final Set<String> identityTokens = new HashSet<>();

  void add(String name, String secret, Set<Right> rights) {
    keys.put(name, new Key(secret, EnumSet.copyOf(rights)));
  }

  /** A token of Entra ID that is believed. */
  void trust(String token) {
    identityTokens.add(token);
  }

  /**
   * What the bearer of this token may do, whatever it is for.
   *
   * @param token signed by a key, or of Entra ID
   */
  Set<Right> check(String token) throws Refused {
    return check(token, "");
  }

  /**
   * What the bearer of this token may do.
   *
   * @param audience what it is to be used for, or the empty string for anything
   */
  Set<Right> check(String token, String audience) throws Refused {
    if (token.startsWith(SIGNED)) {
      return checkSignature(token.substring(SIGNED.length()), audience);
    }
    if (!identityTokens.contains(token)) {
      throw new Refused(Names.UNAUTHORIZED, "InvalidToken: The token is not trusted.");
    }
    return EnumSet.allOf(Right.class);
  }

  private Set<Right> checkSignature(String token, String audience) throws Refused {
    Map<String, String> fields = new HashMap<>();
    for (String field : token.split("&")) {
      int equals = field.indexOf('=');
      fields.put(field.substring(0, equals), field.substring(equals + 1));
    }
    Key key = keys.get(decode(fields.get("skn")));
    String signed = fields.get("sr") + "\n" + fields.get("se");
    if (key == null || !sameText(sign(key.secret(), signed), decode(fields.get("sig")))) {
      throw new Refused(
          Names.UNAUTHORIZED, "InvalidSignature: The token has an invalid signature.");
    }
    if (Long.parseLong(fields.get("se")) < Instant.now().getEpochSecond()) {
      throw new Refused(Names.UNAUTHORIZED, "ExpiredToken: The token is expired.");
    }
    if (!audience.isEmpty() && !audience.startsWith(decode(fields.get("sr")))) {
      throw new Refused(
          Names.UNAUTHORIZED,
          "InvalidAudience: The authorization header contains a token for " + "another audience.");
    }
    return key.rights();
  }

  private static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean sameText(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

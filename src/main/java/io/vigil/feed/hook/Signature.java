package io.vigil.feed.hook;

import io.vigil.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of the Standard Webhooks convention: HMAC-SHA256 over id, time and body. The
 * convention's own library does the same twenty lines, and one secret at a time.
 */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  /** What a secret must be, to follow "expected". */
  static final String FORM =
      "whsec_ and the base64 of %d to %d bytes".formatted(LEAST_BYTES, MOST_BYTES);

  /** Whether a secret has the convention's form. */
  static boolean isSound(Secret secret) {
    if (!secret.reveal().startsWith(PREFIX)) {
      return false;
    }
    try {
      int length = key(secret).length;
      return length >= LEAST_BYTES && length <= MOST_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The header's value: a signature by each secret.
   *
   * @param seconds when it is sent, since the epoch
   */
  static String of(String id, long seconds, String body, List<Secret> secrets) {
    byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
    return secrets.stream()
        .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(signed, secret)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] hmac(byte[] signed, Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  private static byte[] key(Secret secret) {
    return Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
  }

  private Signature() {}
}

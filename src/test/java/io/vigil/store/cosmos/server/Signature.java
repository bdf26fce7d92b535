package io.vigil.store.cosmos.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks that a request was signed with the account's key, or bears the token that is let in. */
final class Signature {
  private static final Set<String> TYPES = Set.of("dbs", "colls", "docs", "pkranges", "offers");

  private final byte[] key;

  Signature(String key) {
    this.key = Base64.getDecoder().decode(key);
  }

  /**
   * Whether a key signed it.
   *
   * @throws Refused 401 if nothing did, or another key
   */
  boolean signed(Request request, String token) {
    String header = request.header("authorization").orElseThrow(() -> unauthorised("is missing"));
    String given = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (given.startsWith("type=aad&")) {
      if (token.isEmpty() || !given.endsWith("&sig=" + token)) {
        throw unauthorised("has a token that is not let in");
      }
      return false;
    }
    byte[] actual = given.getBytes(StandardCharsets.UTF_8);
    for (String what : signable(request)) {
      if (MessageDigest.isEqual(actual, sign(request, what).getBytes(StandardCharsets.UTF_8))) {
        return true;
      }
    }
    throw unauthorised("was made with another key than the account's");
  }

  /** What the path may stand for: by names the path itself, by resource ids the last one. */
  private static List<String> signable(Request request) {
    List<String> path = request.path();
    String type = "";
    int named = path.size();
    for (int i = path.size() - 1; i >= 0; i--) {
      if (i % 2 == 0 && TYPES.contains(path.get(i))) {
        type = path.get(i);
        named = i + 1 == path.size() ? i : path.size();
        break;
      }
    }
    List<String> owner = path.subList(0, named);
    List<String> all = new ArrayList<>();
    all.add(type + "\n" + String.join("/", owner));
    String[] raw = request.rawPath().replaceAll("^/+|/+$", "").split("/");
    all.add(type + "\n" + String.join("/", List.of(raw).subList(0, Math.min(named, raw.length))));
    if (!owner.isEmpty()) {
      all.add(type + "\n" + owner.get(owner.size() - 1).toLowerCase(Locale.ROOT));
    }
    return all;
  }

  private String sign(Request request, String what) {
    String date = request.header("x-ms-date").orElse("").toLowerCase(Locale.ROOT);
    String plain = request.header("date").orElse("").toLowerCase(Locale.ROOT);
    String verb = request.method().toLowerCase(Locale.ROOT);
    // Where both dates are there the second line is empty for every client but the oldest.
    String text = verb + "\n" + what + "\n" + date + "\n" + (date.isEmpty() ? plain : "") + "\n";
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return "type=master&ver=1.0&sig=" + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  private static Refused unauthorised(String why) {
    return new Refused(
        401, 0, "The input authorization token can't serve the request: the signature " + why);
  }
}

package io.vigil.source.amqp;

import io.vigil.source.HubAddress;
import java.util.regex.Pattern;

/** Takes secrets out of what others said. */
final class Unsaid {
  private static final Pattern KEYS =
      Pattern.compile("(?i)(SharedAccessKey|sig)\\s*=\\s*[^;&\\s'\"]+");
  private static final Pattern IDENTITY_TOKENS =
      Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  static String withoutSecrets(String text, HubAddress hub) {
    String safe = IDENTITY_TOKENS.matcher(text).replaceAll("(token)");
    safe = KEYS.matcher(safe).replaceAll("$1=(secret)");
    for (String part : hub.connectionString().reveal().split(";")) {
      if (part.matches("(?i)\\s*SharedAccess(Key|Signature)\\s*=.+")) {
        safe = safe.replace(part.substring(part.indexOf('=') + 1).strip(), "(secret)");
      }
    }
    return safe;
  }

  private Unsaid() {}
}

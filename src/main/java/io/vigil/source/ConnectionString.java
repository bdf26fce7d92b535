package io.vigil.source;

import io.vigil.settings.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The parts of an Event Hubs connection string that say where, not who. */
public final class ConnectionString {
  private final Map<String, String> parts = new HashMap<>();

  /**
   * @param text such as {@code Endpoint=sb://ns/;SharedAccessKeyName=n;SharedAccessKey=k}
   * @throws IllegalArgumentException where it has another form; the message does not repeat it
   */
  public ConnectionString(Secret text) {
    for (String part : text.reveal().split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(
            part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            part.substring(equals + 1).strip());
      }
    }
    if (endpoint() == null || endpoint().getHost() == null) {
      throw new IllegalArgumentException(
          "The connection string has no Endpoint=sb://<host>/; expected"
              + " Endpoint=sb://<namespace>.servicebus.windows.net/;SharedAccessKeyName=…;SharedAccessKey=…");
    }
    if (!parts.containsKey("usedevelopmentemulator")
        && !parts.containsKey("sharedaccesssignature")
        && !(parts.containsKey("sharedaccesskeyname") && parts.containsKey("sharedaccesskey"))) {
      throw new IllegalArgumentException(
          "The connection string has no SharedAccessKeyName=… and SharedAccessKey=…; copy it whole from a"
              + " shared access policy of the namespace or the hub");
    }
  }

  /** The host of the namespace. */
  public String namespace() {
    return endpoint().getHost();
  }

  /** The hub it is for, or the empty string where it is for the whole namespace. */
  public String hub() {
    return parts.getOrDefault("entitypath", "");
  }

  private URI endpoint() {
    try {
      return URI.create(parts.getOrDefault("endpoint", ""));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

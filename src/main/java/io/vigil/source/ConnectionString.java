package io.vigil.source;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * A connection string, taken apart: {@code Endpoint=sb://…/;SharedAccessKeyName=…;…}.
 *
 * @param endpoint such as {@code sb://vigil-ns.servicebus.windows.net/}
 * @param entityPath the hub that it is for, or the empty string for every hub of the namespace
 * @param text as the client is to be given it
 */
public record ConnectionString(String endpoint, String entityPath, String text) {

  /**
   * Reads and checks the connection string of a hub. The client's own reader is not asked, because
   * its messages quote what it could not read.
   *
   * @throws IllegalArgumentException where it cannot be used, without quoting it
   */
  public static ConnectionString of(HubAddress hub) {
    Map<String, String> parts = parts(hub);
    boolean hasKey =
        parts.containsKey("sharedaccesskeyname") && parts.containsKey("sharedaccesskey");
    if (!parts.containsKey("endpoint") || hasKey == parts.containsKey("sharedaccesssignature")) {
      throw unreadable(hub);
    }
    String entity = parts.getOrDefault("entitypath", "");
    if (!entity.isEmpty() && !hub.hub().isEmpty() && !entity.equals(hub.hub())) {
      throw new IllegalArgumentException(
          "The connection string is for the hub %s (its EntityPath), the settings say %s; not connecting"
              .formatted(entity, hub.hub()));
    }
    return new ConnectionString(parts.get("endpoint"), entity, text(hub));
  }

  /** The host of the endpoint. */
  public String namespace() {
    return endpoint.replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*$", "");
  }

  private static Map<String, String> parts(HubAddress hub) {
    Map<String, String> parts = new TreeMap<>();
    for (String part : hub.connectionString().reveal().split(";")) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw unreadable(hub);
      }
      parts.put(
          part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
          part.substring(equals + 1).strip());
    }
    return parts;
  }

  /** Where nothing is encrypted the client knows no other address than the endpoint itself. */
  private static String text(HubAddress hub) {
    String text = hub.connectionString().reveal();
    return hub.isPlain() && !hub.address().isEmpty()
        ? text.replaceFirst(
            "(?i)Endpoint\\s*=[^;]*", "Endpoint=sb://" + Matcher.quoteReplacement(hub.address()))
        : text;
  }

  private static IllegalArgumentException unreadable(HubAddress hub) {
    return new IllegalArgumentException(
        "The connection string of %s cannot be read, expected Endpoint=sb://<namespace>/;SharedAccessKeyName=<name>;SharedAccessKey=<key> as the portal shows it; not connecting"
            .formatted(hub));
  }

  /** Only where it leads: the rest is secret. */
  @Override
  public String toString() {
    return endpoint + entityPath;
  }
}

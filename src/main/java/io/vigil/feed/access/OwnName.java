package io.vigil.feed.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.vigil.feed.web.Refusal;
import java.util.Locale;
import java.util.Set;

/**
 * Answers to the feed's own names alone. A page of somebody else's may let its name point to the
 * feed's address; a browser then takes the feed for that page's own, and only the name that it asks
 * by tells them apart.
 */
final class OwnName implements Handler {
  /** Says to whoever asks that the feed is there, and nothing about anybody. */
  private static final String FOR_PROBES = "/health";

  private final Set<String> names;

  /**
   * @param names of hosts, in small letters
   */
  OwnName(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /**
   * Refuses other names; the port does not matter, since no name leads to another.
   *
   * @throws Refusal 421
   */
  @Override
  public void handle(Context asked) {
    String host = asked.header("Host");
    boolean own = host != null && names.contains(name(host));
    if (!own && !asked.path().equals(FOR_PROBES)) {
      throw new Refusal(
          421,
          "The feed is asked by a name that is not its own; expected %s"
              .formatted(String.join(" or ", names.stream().sorted().toList())));
    }
  }

  private static String name(String host) {
    return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }
}

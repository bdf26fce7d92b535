package io.vigil.feed.access.audit;

import io.javalin.http.Context;
import io.vigil.alert.AlertKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a request is about. Routes under {@code /v1/people/{id}} and {@code /v1/alerts/{id}}, and
 * the parameter {@code participant}, say it by themselves; whatever shows more people says whom,
 * and whatever is asked for in a body says what.
 */
public final class Audited {
  private static final String ABOUT = "vigil.audited";
  private static final int LONGEST = 200;

  private final Set<String> participants = new LinkedHashSet<>();
  private String alert = "";
  private String did = "";

  private Audited() {}

  /** Of a request. */
  public static Audited of(Context context) {
    return context.attributeOrCompute(ABOUT, Audited::byAddress);
  }

  /**
   * Who is told things for longer than a request takes.
   *
   * @return to be given each participant before they are told of; the empty string is nobody
   */
  public static Consumer<String> listening(Context context) {
    return Audit.listening(context);
  }

  /** Notes a participant whose data is shown; the empty string is nobody. */
  public void participant(String participantId) {
    if (!participantId.isEmpty()) {
      participants.add(cut(participantId));
    }
  }

  /** Notes the alert that is shown or answered, and whose it is. */
  public void alert(String alertId) {
    alert = cut(alertId);
    AlertKey.of(alertId).ifPresent(key -> participant(key.participantId()));
  }

  /** Notes what is asked for, such as a command. */
  public void did(String what) {
    did = cut(what);
  }

  List<String> participants() {
    return List.copyOf(participants);
  }

  String alert() {
    return alert;
  }

  String did() {
    return did;
  }

  private static Audited byAddress(Context context) {
    Audited about = new Audited();
    // Not by the route's parameters, which are gone when a request that was refused is written.
    String[] parts = context.path().split("/");
    if (parts.length > 3 && parts[1].equals("v1")) {
      String id = decoded(parts[3]);
      if (parts[2].equals("people")) {
        about.participant(id);
      } else if (parts[2].equals("alerts")) {
        about.alert(id);
      }
    }
    context.queryParams("participant").forEach(about::participant);
    return about;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  /** As much of a text as is written. */
  static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}

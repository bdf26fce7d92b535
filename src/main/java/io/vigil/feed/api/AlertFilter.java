package io.vigil.feed.api;

import io.javalin.http.Context;
import io.vigil.alert.AlertType;
import io.vigil.alert.StatusWord;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.board.AlertRow;
import io.vigil.feed.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which alerts are asked for.
 *
 * @param viewer who asks; what they may not see is left out
 * @param state where they are in their life
 * @param participant whose; the empty string for everybody's
 * @param type what they are about; null for anything
 * @param technical whether they are for operators; null for both
 * @param limit at most so many, 1 to {@value #MOST}
 */
record AlertFilter(
    Viewer viewer,
    StatusWord state,
    String participant,
    AlertType type,
    Boolean technical,
    int limit)
    implements Predicate<AlertRow> {
  private static final int MOST = 1_000;
  private static final int USUAL = 100;
  private static final Set<String> KNOWN =
      Set.of("status", "participant", "type", "technical", "limit");

  /**
   * What a query asks for.
   *
   * @throws Refusal 400 naming the parameter and what is allowed
   */
  static AlertFilter of(Context asked, Viewer viewer) {
    if (!KNOWN.containsAll(asked.queryParamMap().keySet())) {
      throw new Refusal(
          400, "The query has a parameter that is not known, expected " + new TreeSet<>(KNOWN));
    }
    return new AlertFilter(
        viewer,
        one(StatusWord.class, "status", asked.queryParam("status"), StatusWord.ANY),
        asked.queryParam("participant") == null ? "" : asked.queryParam("participant"),
        one(AlertType.class, "type", asked.queryParam("type"), null),
        flag(asked.queryParam("technical")),
        limit(asked.queryParam("limit")));
  }

  @Override
  public boolean test(AlertRow alert) {
    return Seen.by(viewer, alert)
        && state.has(alert.status())
        && (participant.isEmpty() || participant.equals(alert.participantId()))
        && (type == null || type == alert.type())
        && (technical == null || technical == alert.type().technical());
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String text, E usual) {
    if (text == null) {
      return usual;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "The parameter %s is none, expected one of %s"
                        .formatted(name, List.of(type.getEnumConstants()))));
  }

  private static Boolean flag(String text) {
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? null : Boolean.valueOf(text);
    }
    throw new Refusal(400, "The parameter technical is none, expected true or false");
  }

  private static int limit(String text) {
    if (text == null) {
      return USUAL;
    }
    if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw new Refusal(400, "The parameter limit is none, expected 1 to " + MOST);
  }
}

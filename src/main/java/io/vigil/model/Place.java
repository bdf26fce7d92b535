package io.vigil.model;

import java.util.regex.Pattern;

/**
 * A place that a model can be promoted to. Of several that would serve a participant, the most
 * particular one does: the participant's own, then that of their cohort, then the champion.
 *
 * @param kind which
 * @param whose the cohort's name or the participant's id, as stores know it; empty for the others
 */
public record Place(Kind kind, String whose) {
  private static final Pattern WHOSE = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  /** Who is served. */
  public enum Kind {
    /** Everybody who has no model of their own and whose cohort has none. */
    CHAMPION,
    /** Nobody: it scores the same windows in the shadow. */
    CHALLENGER,
    /** The participants of a cohort. */
    COHORT,
    /** One participant. */
    PERSONAL
  }

  /** The model of everybody. */
  public static final Place CHAMPION = new Place(Kind.CHAMPION, "");

  /** The model in the shadow. */
  public static final Place CHALLENGER = new Place(Kind.CHALLENGER, "");

  /** Refuses a place of nobody. */
  public Place {
    boolean named = kind == Kind.COHORT || kind == Kind.PERSONAL;
    ModelRefused.unless(
        named ? WHOSE.matcher(whose).matches() : whose.isEmpty(),
        "The place %s is of '%s', expected %s",
        kind,
        whose,
        named ? "1 to 200 printable characters" : "nobody");
  }

  /** The model of a cohort. */
  public static Place ofCohort(String name) {
    return new Place(Kind.COHORT, name);
  }

  /** The model of one participant. */
  public static Place ofParticipant(String participantId) {
    return new Place(Kind.PERSONAL, participantId);
  }

  /**
   * The place as {@link #toString} writes it.
   *
   * @throws ModelRefused if the text is none
   */
  public static Place named(String text) {
    int at = text.indexOf('@');
    String kind = at < 0 ? text : text.substring(0, at);
    String whose = at < 0 ? "" : text.substring(at + 1);
    return switch (kind) {
      case "champion" -> at < 0 ? CHAMPION : ofCohort(whose);
      case "challenger" -> new Place(Kind.CHALLENGER, whose);
      case "personal" -> ofParticipant(whose);
      default ->
          throw new ModelRefused(
              "The place is '%s', expected champion, champion@COHORT, challenger or personal@PARTICIPANT"
                  .formatted(text));
    };
  }

  /**
   * {@code champion}, {@code champion@COHORT}, {@code challenger}, {@code personal@PARTICIPANT}.
   */
  @Override
  public String toString() {
    return switch (kind) {
      case CHAMPION -> "champion";
      case CHALLENGER -> "challenger";
      case COHORT -> "champion@" + whose;
      case PERSONAL -> "personal@" + whose;
    };
  }
}

package io.vigil.sensor;

import java.util.Optional;

/**
 * Takes participants' ids out of dead letters. A payload that is a JSON object is kept, its texts
 * with the id under the other name. Any other is withheld: what could not be understood may hold
 * anybody's id in any spelling. The original stands in the hub at source and position.
 */
final class VeiledLetters {
  private static final byte[] NOTHING = {};
  private static final String CUT = "(withheld)";

  /** Behind this a reason has the words of a parser, which quote what they saw. */
  private static final String PARSER = "is not parsable as ";

  private final Pseudonyms pseudonyms;

  VeiledLetters(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** The letter without an id; itself where there are no pseudonyms. */
  DeadLetter of(DeadLetter letter) {
    if (!pseudonyms.areOn()) {
      return letter;
    }
    String id = letter.participantId();
    if (id.isEmpty()) {
      return withheld(letter, "", "the participant could not be read");
    }
    String name = pseudonyms.of(id);
    Optional<byte[]> payload = VeiledJson.replace(letter.payload(), id, name);
    if (payload.isEmpty()) {
      return withheld(
          letter, name, "it is no JSON object in which the participant could be veiled");
    }
    String reason =
        isQuotedWhole(letter.reason()) ? letter.reason() : withoutQuotes(letter.reason());
    return letter(letter, name, VeiledJson.replace(reason, id, name), payload.get());
  }

  private static DeadLetter withheld(DeadLetter letter, String name, String why) {
    String reason =
        "%s; the payload is withheld, because %s: the original stands at its source and position"
            .formatted(withoutQuotes(letter.reason()), why);
    return letter(letter, name, reason, NOTHING);
  }

  /** A quote that was cut short or altered may hold a part of an id, which would not be found. */
  private static boolean isQuotedWhole(String reason) {
    return !reason.contains("'...") && reason.indexOf('\uFFFD') < 0 && !reason.contains(PARSER);
  }

  /** The reason up to a parser's words, and without what stands between quotes. */
  private static String withoutQuotes(String reason) {
    int parser = reason.indexOf(PARSER);
    int words = parser < 0 ? -1 : reason.indexOf(": ", parser);
    String own = words < 0 ? reason : reason.substring(0, words);
    int first = own.indexOf('\'');
    int last = own.lastIndexOf('\'');
    return first < 0 ? own : own.substring(0, first) + CUT + own.substring(last + 1);
  }

  private static DeadLetter letter(DeadLetter letter, String name, String reason, byte[] payload) {
    return new DeadLetter(
        letter.kind(), name, letter.source(), letter.position(), reason, letter.samples(), payload);
  }
}

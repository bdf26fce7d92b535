package io.vigil.cli;

import io.vigil.feed.people.Directory;
import io.vigil.model.Sha256;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/**
 * Who is erased.
 *
 * @param participantId as stores know them
 * @param asGiven on the command line: that, or the id as sensors send it
 * @param pseudonyms whether stores know them by a pseudonym
 */
record ErasedPerson(String participantId, String asGiven, boolean pseudonyms) {
  private static final int HASHED = 16;

  static ErasedPerson of(String given, Settings settings) {
    Pseudonyms names = pseudonyms(settings);
    return new ErasedPerson(Directory.storedName(given, names), given, names.areOn());
  }

  static Pseudonyms pseudonyms(Settings settings) {
    try {
      return settings.pseudonymKey().isSet()
          ? Pseudonyms.by(settings.pseudonymKey())
          : Pseudonyms.NONE;
    } catch (IllegalArgumentException e) {
      throw new UsageException("pseudonyms.key: " + e.getMessage());
    }
  }

  /** All by which something may name them. */
  Set<String> names() {
    return participantId.equals(asGiven) ? Set.of(asGiven) : Set.of(participantId, asGiven);
  }

  /** As a receipt names them: the pseudonym, or a hash that is this receipt's own. */
  String onReceipt(String erasureId) {
    return pseudonyms
        ? participantId
        : "sha256-"
            + HexFormat.of()
                .formatHex(
                    Sha256.digest()
                        .digest((erasureId + participantId).getBytes(StandardCharsets.UTF_8)),
                    0,
                    HASHED);
  }
}

package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.alert.Answer;
import io.vigil.alert.Answer.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of rules that were published.
 *
 * @param verdict {@code FOLLOWED}, {@code REFUSED} or {@code WAITING}
 * @param reason why, where they are not followed
 */
record PublishedRules(
    @JsonProperty("id") String id,
    @JsonProperty("version") int version,
    @JsonProperty("verdict") String verdict,
    @JsonProperty("reason") String reason) {

  static PublishedRules of(String id, int version, Optional<Answer> answer, Duration patience) {
    return answer
        .map(given -> new PublishedRules(id, version, given.verdict().name(), given.reason()))
        .orElseGet(
            () ->
                new PublishedRules(
                    id,
                    version,
                    "WAITING",
                    "not answered within %s; they are kept in the store and will be followed when the job runs"
                        .formatted(Moments.span(patience))));
  }

  boolean followed() {
    return verdict.equals(Verdict.FOLLOWED.name());
  }

  /** In a sentence. */
  String text() {
    String what = "Rules of version %d (%s): ".formatted(version, id);
    if (followed()) {
      return what + "followed";
    }
    return what + (verdict.equals(Verdict.REFUSED.name()) ? "refused: " : "") + reason;
  }
}

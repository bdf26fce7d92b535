package io.vigil.feed.hook;

import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import java.util.Set;

/**
 * Which alerts a hook is told of. Those of a replay never.
 *
 * @param calls names of escalation steps that the hook answers for; empty for all, the raising
 *     before the first step included
 * @param types of alerts; empty for all
 * @param severities of alerts; empty for all
 * @param technical whether technical alerts too
 * @param delayed whether those too that were found long after they happened
 */
public record Interest(
    Set<String> calls,
    Set<AlertType> types,
    Set<Severity> severities,
    boolean technical,
    boolean delayed) {

  /** All alerts of people, as they are raised. */
  public static final Interest EVERYBODY = new Interest(Set.of(), Set.of(), Set.of(), false, false);

  public Interest {
    calls = Set.copyOf(calls);
    types = Set.copyOf(types);
    severities = Set.copyOf(severities);
  }

  /**
   * Whether the hook is told.
   *
   * @param told whether it was told of the same alert before: then it also hears how that ends, and
   *     only calls that are not its own are kept from it
   */
  boolean hears(AlertNews news, boolean told) {
    if (!mayHear(news)) {
      return false;
    }
    if (told && !news.happening().isStep()) {
      return true;
    }
    return news.happening().alarms()
        && (severities.isEmpty() || severities.contains(news.alert().severity()))
        && (calls.isEmpty() || calls.contains(news.calls()));
  }

  private boolean mayHear(AlertNews news) {
    AlertType type = news.alert().key().type();
    return !news.alert().origin().replay()
        && (delayed || !news.alert().origin().delayed())
        && (technical || !type.technical())
        && (types.isEmpty() || types.contains(type));
  }
}

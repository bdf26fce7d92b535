package io.vigil.fault.promise;

import io.vigil.fault.Evidence;
import java.util.List;

/**
 * What follows from an acknowledged message is in the store.
 *
 * <pre>
 * valid    sent a b c   expected A B C   found A B C
 * invalid  sent a b c   expected A B C   found A C
 * </pre>
 */
public final class NothingLost implements Promise {

  @Override
  public List<String> broken(Evidence evidence) {
    return evidence.expected().keySet().stream()
        .filter(id -> !evidence.found().containsKey(id))
        .map(id -> id + " is lost")
        .toList();
  }
}

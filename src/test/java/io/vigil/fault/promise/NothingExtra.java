package io.vigil.fault.promise;

import io.vigil.fault.Evidence;
import java.util.List;

/**
 * Nothing is in the store that does not follow from an acknowledged message; a message that is read
 * twice leaves no second document.
 *
 * <pre>
 * valid    expected A B C   found A B C, of which B was written twice
 * invalid  expected A B C   found A B B' C
 * </pre>
 */
public final class NothingExtra implements Promise {

  @Override
  public List<String> broken(Evidence evidence) {
    return evidence.found().keySet().stream()
        .filter(id -> !evidence.expected().containsKey(id))
        .map(id -> id + " follows from nothing that was sent")
        .toList();
  }
}

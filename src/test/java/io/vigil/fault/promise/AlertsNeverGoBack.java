package io.vigil.fault.promise;

import io.vigil.fault.Evidence;
import java.util.List;

/**
 * An alert in the store is only ever followed by a newer form of itself.
 *
 * <pre>
 * valid    revisions 1 2 3, 1 2 7 after a restart
 * invalid  revisions 1 2 3 2
 * invalid  revisions 1 2 2
 * </pre>
 */
public final class AlertsNeverGoBack implements Promise {

  @Override
  public List<String> broken(Evidence evidence) {
    return evidence.backwards().stream()
        .map(id -> id + " was followed by a form of it that is not newer")
        .toList();
  }
}

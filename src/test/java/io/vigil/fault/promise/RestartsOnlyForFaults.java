package io.vigil.fault.promise;

import io.vigil.fault.Evidence;
import java.util.List;

/**
 * The job is restarted by faults of machines, networks and stores alone: nothing that is sent to it
 * does that.
 *
 * <pre>
 * valid    a task manager killed, one restart
 * valid    a thousand messages of nonsense, no restart
 * invalid  a message of nonsense, one restart
 * </pre>
 */
public final class RestartsOnlyForFaults implements Promise {

  @Override
  public List<String> broken(Evidence evidence) {
    long allowed = evidence.recoveries().stream().mapToLong(Evidence.Recovery::restarts).sum();
    return evidence.restarts() <= allowed
        ? List.of()
        : List.of(
            "The job was restarted %d times, and its faults explain %d"
                .formatted(evidence.restarts(), allowed));
  }
}

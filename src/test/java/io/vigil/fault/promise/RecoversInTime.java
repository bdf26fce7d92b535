package io.vigil.fault.promise;

import io.vigil.fault.Evidence;
import java.util.List;

/**
 * After a fault the job works again soon enough: for everybody, not only for those whose part went
 * on. For a lost task manager that is 30 seconds from its loss.
 *
 * <pre>
 * valid    lost at 0 s, the last participant's next window labelled at 18 s
 * invalid  lost at 0 s, at 31 s somebody still has no new label
 * </pre>
 */
public final class RecoversInTime implements Promise {

  @Override
  public List<String> broken(Evidence evidence) {
    return evidence.recoveries().stream()
        .filter(recovery -> recovery.everybodyMillis() > recovery.within())
        .map(
            recovery ->
                "%s: everybody had new labels after %d ms, expected within %d ms"
                    .formatted(recovery.fault(), recovery.everybodyMillis(), recovery.within()))
        .toList();
  }
}

package io.vigil.fault.promise;

import io.vigil.fault.Evidence;
import java.util.List;

/** Something that holds whatever happens. */
public interface Promise {
  /** All that are made. */
  List<Promise> ALL =
      List.of(
          new NothingLost(),
          new NothingExtra(),
          new NothingConflicting(),
          new AlertsNeverGoBack(),
          new EverySampleAccounted(),
          new RecoversInTime(),
          new RestartsOnlyForFaults());

  /** What breaks it, one finding each; empty where it holds. */
  List<String> broken(Evidence evidence);
}

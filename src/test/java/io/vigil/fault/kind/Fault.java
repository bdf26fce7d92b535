package io.vigil.fault.kind;

import io.vigil.fault.rig.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Something that goes wrong while sensors send. */
public interface Fault {
  /** Where nothing is promised of how long a recovery takes. */
  Duration EVER = Duration.ofMillis(Long.MAX_VALUE);

  /**
   * Strikes, and mends what only people or Kubernetes would mend: a process that is gone, a network
   * that is cut. It returns when that is done; the job may need longer.
   *
   * @param random by which it chooses, so that a run can be repeated
   * @return since when the job could recover: the moment it struck, or the one it was mended
   */
  Instant strike(Installation installation, Random random) throws Exception;

  /** How soon everybody has new labels again, counted from there. */
  default Duration within() {
    return EVER;
  }

  /** How often the job may be restarted because of it. */
  default int restarts() {
    return 0;
  }

  /** Lines that the job's settings need for it, as YAML. */
  default String settings() {
    return "";
  }

  /** What it is called in reports. */
  default String name() {
    return getClass().getSimpleName();
  }
}

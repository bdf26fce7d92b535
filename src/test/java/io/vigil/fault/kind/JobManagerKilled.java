package io.vigil.fault.kind;

import io.vigil.fault.rig.Cluster;
import io.vigil.fault.rig.Installation;
import java.time.Instant;
import java.util.Random;

/** The job manager is killed as {@code kill -9} does, and like a pod started anew. */
public final class JobManagerKilled implements Fault {

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    Cluster cluster = installation.cluster();
    Instant struck = Instant.now();
    cluster.killJobManager();
    cluster.startJobManager();
    return struck;
  }

  @Override
  public int restarts() {
    return 1;
  }
}

package io.vigil;

import java.nio.file.Path;
import java.util.List;

/**
 * What the tests start on clusters of processes. The image and {@code k8s/base/job.yaml} are
 * compared with it, so that they start the same.
 */
public final class ClusterStart {
  /** The job in one jar, below the project's folder. */
  public static final String JAR = "target/job/vigil-job.jar";

  /** The jar's file in {@code usrlib/} of a cluster that runs nothing else. */
  public static final String IN_USRLIB = "vigil.jar";

  /** The class that it begins with. */
  public static final String ENTRY_CLASS = Main.class.getName();

  /** The command line. */
  public static List<String> arguments(Path settings) {
    return List.of("run", "--config", settings.toString());
  }

  private ClusterStart() {}
}

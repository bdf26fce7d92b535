package io.vigil.fault.rig;

import io.vigil.ClusterStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * The folders of a cluster on one machine: {@code flink-conf/config.yaml} with addresses and sizes
 * laid over it, and the job in {@code usrlib/}.
 *
 * @param folder of all of it
 * @param restPort of the job manager
 */
record ClusterFiles(Path folder, int restPort) {
  private static final String LOGGING =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.console.ref = Console
      appender.console.name = Console
      appender.console.type = CONSOLE
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{HH:mm:ss.SSS} %-5p %c{1} - %m%n%xEx{30}
      """;

  /**
   * Writes them.
   *
   * @param id of the cluster: one with another id knows nothing of this one's jobs
   * @param zooKeeper where it is
   * @param parallelism of the job
   */
  static ClusterFiles write(
      Path folder, String id, String zooKeeper, int parallelism, Path checkpoints)
      throws IOException {
    ClusterFiles files = new ClusterFiles(folder, FreePort.next());
    Files.createDirectories(files.conf());
    Files.createDirectories(files.lib());
    Files.createDirectories(files.temporary());
    Path jobs = Files.createDirectories(folder.resolve("usrlib"));
    Files.createSymbolicLink(jobs.resolve(ClusterStart.IN_USRLIB), ClassPath.ofJob());
    Files.writeString(files.logging(), LOGGING);
    Map<String, String> settings =
        new TreeMap<>(
            GlobalConfiguration.loadConfiguration(
                    JavaProcess.home().resolve("flink-conf").toString(), new Configuration())
                .toMap());
    settings.keySet().removeIf(key -> key.startsWith("metrics."));
    settings.putAll(files.ofOneMachine(id, zooKeeper, parallelism, checkpoints));
    StringBuilder yaml = new StringBuilder();
    settings.forEach((key, value) -> yaml.append(key).append(": \"").append(value).append("\"\n"));
    Files.writeString(files.conf().resolve("config.yaml"), yaml);
    return files;
  }

  Path conf() {
    return folder.resolve("conf");
  }

  /** Beside which Flink looks for {@code usrlib/}. */
  Path lib() {
    return folder.resolve("lib");
  }

  Path logging() {
    return conf().resolve("log4j.properties");
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  private Map<String, String> ofOneMachine(
      String id, String zooKeeper, int parallelism, Path checkpoints) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("jobmanager.rpc.address", "localhost");
    settings.put("jobmanager.bind-host", "localhost");
    settings.put("rest.address", "localhost");
    settings.put("rest.bind-address", "localhost");
    settings.put("rest.port", String.valueOf(restPort));
    settings.put("rest.bind-port", String.valueOf(restPort));
    settings.put("taskmanager.host", "localhost");
    settings.put("taskmanager.bind-host", "localhost");
    settings.put("parallelism.default", String.valueOf(parallelism));
    // As k8s/base/job.yaml has it.
    settings.put("jobmanager.scheduler", "adaptive");
    settings.put("taskmanager.numberOfTaskSlots", String.valueOf(Math.max(2, parallelism)));
    settings.put("high-availability.type", "zookeeper");
    settings.put("high-availability.zookeeper.quorum", zooKeeper);
    settings.put("high-availability.cluster-id", "/" + id);
    settings.put("high-availability.storageDir", folder.resolve("ha").toUri().toString());
    settings.put("execution.checkpointing.dir", checkpoints.toUri().toString());
    settings.put(
        "execution.checkpointing.savepoint-dir", folder.resolve("savepoints").toUri().toString());
    // A machine that builds at the same time takes its time.
    settings.put("pekko.startup-timeout", "180 s");
    settings.put("pekko.ask.timeout", "60 s");
    // The tests look more often than people do.
    settings.put("metrics.fetcher.update-interval", "1000");
    settings.put("io.tmp.dirs", temporary().toString());
    // What Flink's scripts would work out: a task manager of one GiB.
    settings.put("taskmanager.cpu.cores", "1.0");
    settings.put("taskmanager.memory.task.heap.size", "384m");
    settings.put("taskmanager.memory.framework.heap.size", "128m");
    settings.put("taskmanager.memory.framework.off-heap.size", "128m");
    settings.put("taskmanager.memory.managed.size", "128m");
    settings.put("taskmanager.memory.network.min", "64m");
    settings.put("taskmanager.memory.network.max", "64m");
    settings.put("taskmanager.memory.jvm-overhead.min", "64m");
    settings.put("taskmanager.memory.jvm-overhead.max", "64m");
    return settings;
  }
}

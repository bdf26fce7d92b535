package io.vigil.jar;

import io.vigil.Await;
import io.vigil.ClusterStart;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.client.cli.CliFrontend;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/** A session cluster by {@code flink-conf/config.yaml}: a job manager and a task manager. */
final class SmallCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final List<Path> classPath;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private SmallCluster(Path folder, List<Path> classPath, int port) {
    this.folder = folder;
    this.classPath = classPath;
    this.port = port;
  }

  /** Starts it on the jars given; the task manager has offered its slots when this returns. */
  static SmallCluster start(Path folder, List<Path> classPath) throws Exception {
    SmallCluster cluster = new SmallCluster(folder, classPath, freePort());
    try {
      cluster.configure();
      cluster.run(
          "jobmanager",
          List.of(),
          Map.of(),
          List.of(
              StandaloneSessionClusterEntrypoint.class.getName(),
              "--configDir",
              folder.toString(),
              "--executionMode",
              "cluster"));
      cluster.run(
          "taskmanager",
          List.of("-Xlog:class+load:file=" + cluster.classesOfTaskManager()),
          Map.of(),
          List.of(TaskManagerRunner.class.getName(), "--configDir", folder.toString()));
      Await.until("the slots", PATIENCE, () -> cluster.lives() && cluster.hasSlots());
      return cluster;
    } catch (Exception | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private void configure() throws IOException {
    Map<String, String> settings =
        new TreeMap<>(
            GlobalConfiguration.loadConfiguration(JobJar.HOME.resolve("flink-conf").toString())
                .toMap());
    settings.keySet().removeIf(key -> key.startsWith("metrics."));
    settings.put("jobmanager.rpc.address", "localhost");
    settings.put("jobmanager.rpc.port", String.valueOf(freePort()));
    settings.put("rest.address", "localhost");
    settings.put("rest.port", String.valueOf(port));
    settings.put("taskmanager.host", "localhost");
    settings.put("taskmanager.numberOfTaskSlots", "2");
    settings.put("execution.checkpointing.dir", folder.resolve("checkpoints").toUri().toString());
    settings.put("io.tmp.dirs", folder.toString());
    // What Flink's scripts would work out.
    settings.put("taskmanager.cpu.cores", "1.0");
    settings.put("taskmanager.memory.task.heap.size", "256m");
    settings.put("taskmanager.memory.framework.heap.size", "128m");
    settings.put("taskmanager.memory.managed.size", "64m");
    settings.put("taskmanager.memory.framework.off-heap.size", "128m");
    settings.put("taskmanager.memory.network.min", "64m");
    settings.put("taskmanager.memory.network.max", "64m");
    settings.put("taskmanager.memory.jvm-overhead.min", "64m");
    settings.put("taskmanager.memory.jvm-overhead.max", "64m");
    StringBuilder yaml = new StringBuilder();
    settings.forEach((key, value) -> yaml.append(key).append(": \"").append(value).append("\"\n"));
    Files.writeString(folder.resolve("config.yaml"), yaml);
  }

  /** Hands a job in, as whoever uses Flink does. */
  void submit(Path jar, Map<String, String> environment, List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                CliFrontend.class.getName(),
                "run",
                "--detached",
                "--jobmanager",
                "localhost:" + port,
                "--class",
                ClusterStart.ENTRY_CLASS,
                jar.toString()));
    command.addAll(arguments);
    Process submission = run("submission", List.of(), environment, command);
    if (!submission.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        || submission.exitValue() != 0) {
      throw new IllegalStateException("The job was not taken:\n" + said("submission"));
    }
    processes.remove(submission);
  }

  /** Which classes the task manager has loaded, and where from. */
  Path classesOfTaskManager() {
    return folder.resolve("classes.log");
  }

  /**
   * Whether all of it lives.
   *
   * @throws IllegalStateException where it does not, with what was said
   */
  boolean lives() {
    if (!processes.stream().allMatch(Process::isAlive)) {
      throw new IllegalStateException(
          "The cluster ended:\n" + said("jobmanager") + said("taskmanager"));
    }
    return true;
  }

  private boolean hasSlots() {
    try {
      HttpRequest overview =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/overview")).build();
      return HttpClient.newHttpClient()
          .send(overview, HttpResponse.BodyHandlers.ofString())
          .body()
          .contains("\"slots-available\":2");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Process run(
      String name, List<String> options, Map<String, String> environment, List<String> command)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("@" + JobJar.HOME.resolve("flink-conf/jvm-options"));
    all.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-Dvigil.home=" + JobJar.HOME));
    all.add("-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true");
    all.addAll(options);
    all.add("-cp");
    all.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("FLINK_CONF_DIR", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private String said(String name) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(name + ".log"));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size())) + "\n";
    } catch (IOException e) {
      return name + " said nothing\n";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly();
      process.waitFor(60, TimeUnit.SECONDS);
    }
  }
}

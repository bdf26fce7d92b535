package io.vigil.fault.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, which dies with this one at the latest. */
public final class JavaProcess implements AutoCloseable {
  private static final int LAST_LINES = 60;

  private final String name;
  private final Path log;
  private final Process process;
  private final Thread last;

  /**
   * How it is started.
   *
   * @param options of the JVM
   * @param classPath jars and folders
   * @param environment besides this process's own
   */
  record Launch(List<String> options, List<Path> classPath, Map<String, String> environment) {}

  private JavaProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.last = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(last);
  }

  /**
   * Starts one.
   *
   * @param log where its output goes, behind what is there
   * @param command main class and arguments
   */
  static JavaProcess start(String name, Path log, Launch launch, List<String> command)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("@" + home().resolve("flink-conf").resolve("jvm-options"));
    all.addAll(launch.options);
    all.add("-cp");
    all.add(String.join(":", launch.classPath.stream().map(Path::toString).toList()));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(launch.environment);
    return new JavaProcess(name, log, builder.start());
  }

  /** The project's folder. */
  static Path home() {
    return Path.of(System.getProperty("vigil.home", "")).toAbsolutePath();
  }

  /** As {@code kill -9}; it is gone when this returns. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException(name + " was killed and lives on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + name + " died", e);
    }
  }

  /** As {@code kill -STOP}: it does nothing until {@link #resume}. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** As {@code kill -CONT}. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String which) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + which, "" + process.pid()).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill -%s did not reach %s".formatted(which, name));
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Where what it says is written. */
  public Path log() {
    return log;
  }

  /** The last it said, for a failure's message. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(last);
    } catch (IllegalStateException shuttingDown) {
      // It is dead already, which is all that the hook is for.
    }
  }
}

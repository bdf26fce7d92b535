package io.vigil.cli;

import io.vigil.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command line in a process of its own, as the launcher starts it, so that it can be killed. */
final class VigilProcess {

  /**
   * Starts it.
   *
   * @param log where its output and its errors go, anew
   * @param environment besides this process's own
   * @param properties of the JVM, such as {@code -Djava.io.tmpdir=...}
   */
  static Process start(
      Path log, Map<String, String> environment, List<String> properties, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Home.path().resolve("flink-conf").resolve("jvm-options"));
    command.add("-Dvigil.home=" + Home.path().toAbsolutePath());
    command.addAll(properties);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    process.environment().putAll(environment);
    return process.start();
  }

  private VigilProcess() {}
}

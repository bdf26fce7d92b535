package io.vigil.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link BenchPart} in a process of its own, seen from who started it. */
final class BenchProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration GOODBYE = Duration.ofSeconds(10);
  private static final String BROKER_LIBRARIES = "target/broker-lib";

  private final String part;
  private final Process process;
  private final Path log;
  private final PrintWriter orders;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

  private BenchProcess(String part, Process process, Path log) {
    this.part = part;
    this.process = process;
    this.log = log;
    this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    Thread listening = new Thread(this::listen, "listening to the " + part);
    listening.setDaemon(true);
    listening.start();
  }

  /**
   * Starts a part.
   *
   * @param heap of its JVM, as of {@code -Xmx}
   * @param folder for what it says of failures
   */
  static BenchProcess start(String part, String heap, Path folder, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC"));
    command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-cp", classPath()));
    command.addAll(List.of(BenchPart.class.getName(), part));
    command.addAll(List.of(arguments));
    Path log = folder.resolve(part + ".log");
    return new BenchProcess(
        part, new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
  }

  /** The broker's libraries lie beside the others, because nothing else needs them. */
  private static String classPath() {
    return System.getProperty("java.class.path")
        + System.getProperty("path.separator")
        + Home.path().toAbsolutePath().resolve(BROKER_LIBRARIES)
        + "/*";
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(Optional.of(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      answers.add(Optional.empty());
    }
  }

  /** Waits for it to be ready, and answers with what it says then. */
  String ready() {
    String line = answer();
    if (!line.startsWith(BenchPart.READY)) {
      throw new CommandFailed(
          "The %s of the load test said '%s', expected that it is ready".formatted(part, line),
          null);
    }
    return line.substring(BenchPart.READY.length());
  }

  /** Tells it what to do. */
  void tell(String order) {
    orders.println(order);
  }

  /** What it answered by now, if it did. */
  Optional<String> answered() {
    Optional<String> line = answers.poll();
    return line == null ? Optional.empty() : Optional.of(line.orElseThrow(this::ended));
  }

  /** Waits for what it answers. */
  String answer() {
    try {
      Optional<String> line = answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        throw new CommandFailed(
            "The %s of the load test has said nothing for %d s, expected an answer; it is given up"
                .formatted(part, PATIENCE.toSeconds()),
            null);
      }
      return line.orElseThrow(this::ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("The load test was interrupted", e);
    }
  }

  private CommandFailed ended() {
    String said = "";
    try {
      said = Files.readString(log).strip();
    } catch (IOException e) {
      said = "its log cannot be read";
    }
    return new CommandFailed(
        "The %s of the load test ended before its time: %s".formatted(part, said), null);
  }

  /** How much time of processors it has used. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends it. */
  @Override
  public void close() {
    // The end of its input ends it.
    orders.close();
    try {
      if (!process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

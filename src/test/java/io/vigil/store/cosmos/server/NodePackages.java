package io.vigil.store.cosmos.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * Packages of Node's that tests run against: what {@code src/test/node/FOLDER/package-lock.json}
 * names is installed once into {@code target/node/FOLDER}. Where Node, npm or their registry is
 * missing, tests are skipped with a word and do not fail.
 */
public final class NodePackages {
  private static final Path SOURCES = root().resolve("src/test/node");
  private static final Path INSTALLED = root().resolve("target/node");
  private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc");
  private static final int MINUTES = 4;
  private static final Map<String, Outcome> OUTCOMES = new ConcurrentHashMap<>();

  private record Outcome(Optional<Path> folder, String whyNot) {}

  /**
   * Installs the packages of a folder, unless they are.
   *
   * @return where {@code node_modules} lies, which is where scripts must run; empty if they cannot
   *     be had here
   */
  public static Optional<Path> install(String folder) {
    return outcome(folder).folder();
  }

  /** Installs the packages of a folder, or skips the test with a word why. */
  public static Path installOrSkip(String folder) {
    Outcome outcome = outcome(folder);
    return outcome
        .folder()
        .orElseThrow(() -> new TestAbortedException("Skipped: " + outcome.whyNot()));
  }

  /** Where the scripts of a folder lie. */
  public static Path sources(String folder) {
    return SOURCES.resolve(folder);
  }

  private static Outcome outcome(String folder) {
    return OUTCOMES.computeIfAbsent(
        folder,
        name -> {
          try {
            return installed(name);
          } catch (IOException e) {
            throw new UncheckedIOException("Packages of " + name + " could not be prepared", e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while installing " + name, e);
          }
        });
  }

  private static Outcome installed(String folder) throws IOException, InterruptedException {
    if (!runs("node") || !runs("npm")) {
      return new Outcome(Optional.empty(), "there is no node, or no npm");
    }
    Path target = Files.createDirectories(INSTALLED.resolve(folder));
    // Two builds in one folder would otherwise install over each other.
    try (FileChannel channel =
            FileChannel.open(
                target.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      Path mark = target.resolve("installed");
      Path wanted = SOURCES.resolve(folder).resolve("package-lock.json");
      if (lock.isValid() && Files.exists(mark) && Files.mismatch(mark, wanted) == -1) {
        return new Outcome(Optional.of(target), "");
      }
      for (String file : FILES) {
        Files.copy(
            SOURCES.resolve(folder).resolve(file),
            target.resolve(file),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Path log = target.resolve("npm.log");
      if (!done(
          target, ProcessBuilder.Redirect.to(log.toFile()), "npm", "ci", "--ignore-scripts")) {
        return new Outcome(
            Optional.empty(), "npm could not install the packages of " + folder + ", see " + log);
      }
      Files.copy(wanted, mark, StandardCopyOption.REPLACE_EXISTING);
      return new Outcome(Optional.of(target), "");
    }
  }

  private static boolean runs(String program) throws InterruptedException {
    try {
      return done(root(), ProcessBuilder.Redirect.DISCARD, program, "--version");
    } catch (IOException notThere) {
      return false;
    }
  }

  private static boolean done(Path folder, ProcessBuilder.Redirect log, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }

  private static Path root() {
    return Path.of(System.getProperty("vigil.home", "")).toAbsolutePath();
  }

  private NodePackages() {}
}

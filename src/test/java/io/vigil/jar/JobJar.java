package io.vigil.jar;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigil.ClusterStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The files of a jar: the job's, or one of those that it is made of. */
record JobJar(JarFile jar, Map<String, ZipEntry> files) implements AutoCloseable {
  static final Path HOME = Path.of(System.getProperty("vigil.home", "")).toAbsolutePath();
  static final Path JOB = HOME.resolve(ClusterStart.JAR);

  static JobJar ofTheBuild() {
    assumeTrue(Files.exists(JOB), "No jar of the job: made by ./mvnw package");
    return open(JOB);
  }

  static JobJar ofTheLauncher(String file) {
    return open(HOME.resolve("target/lib").resolve(file));
  }

  private static JobJar open(Path path) {
    try {
      JarFile jar = new JarFile(path.toFile());
      Map<String, ZipEntry> files = new TreeMap<>();
      jar.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> files.put(entry.getName(), entry));
      return new JobJar(jar, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Flink's distribution holds of those that the job's jar has too. */
  private static final String OF_BOTH =
      "(aircompressor|commons-(codec|compress|io|lang3|text)|lz4-java|snappy-java|zstd-jni)-[0-9].*";

  /** Flink as the launcher has it: its jars, what they stand on, its logs. */
  static List<Path> broughtByFlink() throws IOException {
    List<Path> brought = new ArrayList<>();
    try (JobJar job = ofTheBuild();
        Stream<Path> jars = Files.list(HOME.resolve("target/lib"))) {
      for (Path jar : jars.sorted().toList()) {
        try (JobJar library = open(jar)) {
          if (jar.getFileName().toString().matches(OF_BOTH)
              || library.classes().noneMatch(job.files::containsKey)) {
            brought.add(jar);
          }
        }
      }
    }
    return brought;
  }

  /** Classes for every Java. */
  Stream<String> classes() {
    return names().stream()
        .filter(name -> name.endsWith(".class") && !name.matches("META-INF/.*|module-info.class"));
  }

  Set<String> names() {
    return files.keySet();
  }

  Attributes manifest() {
    try {
      return jar.getManifest().getMainAttributes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    try (InputStream in = jar.getInputStream(files.get(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a service file names. */
  Set<String> services(String name) {
    return text(name)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").trim())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    try {
      jar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

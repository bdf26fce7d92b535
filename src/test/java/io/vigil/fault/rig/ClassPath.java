package io.vigil.fault.rig;

import io.vigil.ClusterStart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What processes are made of: the tests' own jars, Flink's, and those that its image adds. */
final class ClassPath {
  private static final Pattern JAR = Pattern.compile("(?<artifact>.+?)-[0-9][^/]*\\.jar");

  /** What Flink's distribution has in its {@code lib/} and in {@code flink-dist}. */
  private static final Set<String> FLINK =
      Set.of(
          "flink-annotations",
          "flink-clients",
          "flink-connector-base",
          "flink-connector-files",
          "flink-container",
          "flink-connector-datagen",
          "flink-core",
          "flink-core-api",
          "flink-datastream",
          "flink-datastream-api",
          "flink-file-sink-common",
          "flink-hadoop-fs",
          "flink-metrics-core",
          "flink-queryable-state-client-java",
          "flink-rpc-akka-loader",
          "flink-rpc-core",
          "flink-runtime",
          "flink-shaded-asm",
          "flink-shaded-guava",
          "flink-shaded-jackson",
          "flink-shaded-netty",
          "flink-shaded-zookeeper",
          "flink-statebackend-rocksdb",
          "flink-streaming-java",
          "frocksdbjni",
          "kryo",
          "minlog",
          "objenesis",
          "jsr305",
          "commons-cli",
          "commons-collections",
          "commons-compress",
          "commons-io",
          "commons-lang3",
          "commons-math3",
          "commons-text",
          "javassist",
          "snappy-java",
          "snakeyaml-engine",
          "lz4-java",
          "async-profiler",
          "zstd-jni",
          "aircompressor",
          "slf4j-api",
          "log4j-api",
          "log4j-core",
          "log4j-slf4j2-impl",
          "log4j-layout-template-json");

  /** That of this process. */
  static List<Path> ofTests() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  /** Flink as it stands in its image, with what {@code docker/job} puts beside it. */
  static List<Path> ofFlink() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path entry : ofTests()) {
      Matcher jar = JAR.matcher(entry.getFileName().toString());
      // Flink's jars of tests bear its own artifacts' names.
      if (jar.matches()
          && FLINK.contains(jar.group("artifact"))
          && !entry.toString().endsWith("-tests.jar")) {
        jars.add(entry);
      }
    }
    jars.addAll(jars(JavaProcess.home().resolve("target/job-lib")));
    return jars;
  }

  /** The job as {@code docker/job} puts it into {@code usrlib/}. */
  static Path ofJob() throws IOException {
    Path jar = JavaProcess.home().resolve(ClusterStart.JAR);
    if (!Files.exists(jar)) {
      throw new IOException(jar + " is not there; ./mvnw package makes what these tests start");
    }
    return jar;
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new IOException(
          folder + " cannot be listed; ./mvnw package makes what these tests start", e);
    }
  }

  private ClassPath() {}
}

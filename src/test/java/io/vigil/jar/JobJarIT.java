package io.vigil.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job's jar holds what it must, once, and nothing that a cluster has itself. */
class JobJarIT {
  /** What the build leaves out of every library. */
  private static final String LEFT_OUT =
      "META-INF/[^/]+\\.(SF|RSA|DSA|EC)|META-INF/(INDEX\\.LIST|DEPENDENCIES)|(META-INF/versions/[0-9]+/)?module-info\\.class"
          + "|META-INF/maven/.*pom\\.(xml|properties)|log4j2[^/]*\\.properties";

  /** What it puts together of all of them; the services apart. */
  private static final String MERGED =
      "META-INF/(MANIFEST\\.MF|LICENSE(\\.txt|\\.md)?|NOTICE|io\\.netty\\.versions\\.properties)";

  private static final Set<String> ADDED =
      Set.of("META-INF/LICENSE-vigil.txt", "META-INF/THIRD-PARTY.txt");

  private static JobJar job;
  private static final Map<String, JobJar> LIBRARIES = new TreeMap<>();

  @BeforeAll
  static void open() {
    job = JobJar.ofTheBuild();
    for (Bill.Library library : Bill.read().libraries()) {
      LIBRARIES.put(library.file(), JobJar.ofTheLauncher(library.file()));
    }
  }

  @AfterAll
  static void close() {
    LIBRARIES.values().forEach(JobJar::close);
    LIBRARIES.clear();
    if (job != null) {
      job.close();
    }
  }

  /** Seen red with: the bill naming SLF4J, which Flink brings. */
  @Test
  void holdsExactlyWhatItsBillNames() throws IOException {
    Set<String> expected = new TreeSet<>(ADDED);
    expected.addAll(own());
    LIBRARIES.values().forEach(library -> expected.addAll(library.names()));
    Set<String> named = new TreeSet<>();
    for (String name : expected) {
      if (!name.matches(LEFT_OUT)) {
        named.add(name.replaceFirst("^META-INF/NOTICE\\.(txt|md)$", "META-INF/NOTICE"));
      }
    }
    assertThat(job.names()).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void holdsNothingThatTwoLibrariesHaveDifferently() {
    List<String> different = new ArrayList<>();
    LIBRARIES.forEach(
        (file, library) -> {
          for (var entry : library.files().entrySet()) {
            String name = entry.getKey();
            var taken = job.files().get(name);
            if (taken != null && !name.matches(MERGED) && !name.startsWith("META-INF/services/")) {
              if (taken.getCrc() != entry.getValue().getCrc()) {
                different.add(name + " of " + file);
              }
            }
          }
        });
    assertThat(different).isEmpty();
  }

  @Test
  void holdsNothingThatFlinkBrings() throws IOException {
    List<String> twice = new ArrayList<>();
    try (Stream<Path> files = Files.list(JobJar.HOME.resolve("target/lib"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!LIBRARIES.containsKey(name)) {
          try (JobJar brought = JobJar.ofTheLauncher(name)) {
            brought
                .classes()
                .filter(job.names()::contains)
                .forEach(one -> twice.add(one + " of " + name));
          }
        }
      }
    }
    assertThat(twice).isEmpty();
    assertThat(job.names())
        .noneMatch(name -> name.matches("org/(slf4j|apache/logging)/.*\\.class"))
        .noneMatch(name -> name.matches("org/(rocksdb|apache/flink/(runtime|core|api))/.*"));
  }

  @Test
  void everyServiceOfEveryLibraryIsFound() {
    int files = 0;
    for (Map.Entry<String, JobJar> library : LIBRARIES.entrySet()) {
      for (String name : library.getValue().names()) {
        if (name.matches("META-INF/services/[^/]+")) {
          assertThat(job.services(name))
              .as(name + " of " + library.getKey())
              .containsAll(library.getValue().services(name));
          files++;
        }
      }
    }
    assertThat(files).isGreaterThan(20);
  }

  @Test
  void nothingIsSigned() throws IOException {
    assertThat(job.names()).noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"));
    assertThat(job.jar().getManifest().getEntries()).isEmpty();
  }

  @Test
  void startsWithTheCommandLine() {
    Attributes manifest = job.manifest();
    assertThat(manifest.getValue("Main-Class")).isEqualTo(Main.class.getName());
    assertThat(job.names()).contains(Main.class.getName().replace('.', '/') + ".class");
    assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
    assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
  }

  private static Set<String> own() throws IOException {
    Path classes = JobJar.HOME.resolve("target/classes");
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(classes.relativize(file).toString()));
    }
    return names;
  }
}

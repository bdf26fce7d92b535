package io.vigil.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the bill of materials beside the job's jar says is in it. */
record Bill(List<Library> libraries) {

  /**
   * @param file its name among the launcher's libraries
   * @param licences each one that it may be used under, by its SPDX name where it has one
   */
  record Library(String group, String name, String version, String file, Set<String> licences) {}

  static Bill read() {
    Path file = JobJar.HOME.resolve("target/job/vigil-job.cdx.json");
    assumeTrue(
        Files.exists(file) && newer(file, JobJar.HOME.resolve("pom.xml")),
        "No bill of materials of this pom.xml: Maven makes it only where it is online");
    List<Library> libraries = new ArrayList<>();
    for (JsonNode component : json(file).path("components")) {
      libraries.add(library(component));
    }
    assertThat(libraries).hasSizeGreaterThan(100);
    return new Bill(libraries);
  }

  private static boolean newer(Path file, Path than) {
    try {
      return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Library library(JsonNode component) {
    String name = component.path("name").asText();
    String version = component.path("version").asText();
    // pkg:maven/group/name@version?classifier=linux-x86_64&type=jar
    String[] classifier = component.path("purl").asText().split("classifier=");
    String suffix = classifier.length == 1 ? "" : "-" + classifier[1].split("&")[0];
    Set<String> licences = new TreeSet<>();
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      licences.add(licence.path("id").asText(licence.path("name").asText()));
    }
    return new Library(
        component.path("group").asText(),
        name,
        version,
        name + "-" + version + suffix + ".jar",
        licences);
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

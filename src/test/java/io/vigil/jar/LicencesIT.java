package io.vigil.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whoever gets the job's jar gets what its libraries ask for, and may have all of them together.
 */
class LicencesIT {
  /**
   * What may go into a program under GPL-3.0. The second one of the Eclipse Foundation is not among
   * them: what is under it may be had under another one besides.
   */
  private static final Set<String> FITTING =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "GPL-2.0-with-classpath-exception",
          "GPL-3.0-only",
          "LGPL-2.1-or-later",
          "MIT",
          "MIT-0");

  /** Seen red with: a library under the BSD licence of four clauses. */
  @Test
  void everyLibraryFitsTheProjectsLicence() {
    for (Bill.Library library : Bill.read().libraries()) {
      if (library.group().equals("org.jline") && library.licences().contains("BSD-4-Clause")) {
        // It says "BSD" alone, and the bill takes that for the oldest. Its text is the one of three
        // clauses.
        continue;
      }
      assertThat(library.licences()).as(library.file()).anyMatch(FITTING::contains);
    }
  }

  @Test
  void everyLibraryIsNamedWithItsLicence() {
    try (JobJar job = JobJar.ofTheBuild()) {
      String named = job.text("META-INF/THIRD-PARTY.txt");
      for (Bill.Library library : Bill.read().libraries()) {
        String place = library.group() + ":" + library.name() + ":" + library.version();
        assertThat(named).containsPattern("(?m)^ +\\(\\w.*\\Q(" + place + " \\E");
      }
    }
  }

  /** Seen red with: a library in the bill that is not in the jar. */
  @Test
  void textsAreThere() throws IOException {
    try (JobJar job = JobJar.ofTheBuild()) {
      assertThat(job.text("META-INF/LICENSE-vigil.txt"))
          .isEqualTo(Files.readString(JobJar.HOME.resolve("LICENSE")));
      for (Bill.Library library : Bill.read().libraries()) {
        try (JobJar from = JobJar.ofTheLauncher(library.file())) {
          for (String name : from.names()) {
            if (name.matches("META-INF/LICENSE(\\.txt|\\.md)?")) {
              assertThat(job.text(name))
                  .as(name + " of " + library.file())
                  .contains(from.text(name));
            } else if (name.matches("(?i)(.*/)?(licen[cs]e|notice)[^/]*(?<!\\.class)")
                && !name.matches("META-INF/NOTICE.*")) {
              assertThat(job.names()).contains(name);
            }
          }
        }
      }
      assertThat(job.text("META-INF/NOTICE")).contains("Apache Flink", "Jackson", "Netty");
    }
  }
}

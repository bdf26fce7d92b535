package io.vigil.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.fault.kind.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Runs faults, says what was counted, and holds every promise against it. */
final class Checked {
  private static final Path LINES = Path.of("target", "faults.jsonl");

  static void run(String name, Path folder, FaultRun.Size size, List<Fault> faults)
      throws Exception {
    long seed = Long.getLong("vigil.seed", System.nanoTime());
    System.out.printf("Faults: %s, -Dvigil.seed=%d%n", name, seed);
    Evidence evidence = new FaultRun(folder, size, seed).with(faults);
    String line = Report.line(name, seed, evidence);
    System.out.println("Faults: " + line);
    Files.writeString(
        LINES, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    assertThat(Report.broken(evidence)).as("-Dvigil.seed=" + seed).isEmpty();
  }

  private Checked() {}
}

package io.vigil.fault;

import io.vigil.Await;
import io.vigil.fault.kind.Fault;
import io.vigil.fault.rig.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A run of everything with faults on the way, one after the other, each when the one before is
 * over. In the end the job reads what there is and closes what is open, as a replay does, and what
 * it left is compared with a replay of what the broker acknowledged.
 */
final class FaultRun {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final int QUIET_SECONDS = 4;
  private static final int RANDOM_SECONDS = 10;

  private final Path folder;
  private final Size size;
  private final long seed;

  /**
   * How much of everything there is.
   *
   * @param people who send a message a second each
   * @param seconds how long they can at most, 300 or more
   * @param parallelism of the job
   * @param slack by how many times a recovery may take longer than is promised, because others use
   *     this machine too; 1 where the promise itself is held
   */
  record Size(int people, int seconds, int parallelism, int slack) {}

  FaultRun(Path folder, Size size, long seed) {
    this.folder = folder;
    this.size = size;
    this.seed = seed;
  }

  /** Runs it. */
  Evidence with(List<Fault> faults) throws Exception {
    Path own = Files.createTempDirectory(folder, "run");
    Random random = new Random(seed);
    List<Evidence.Recovery> recoveries = new ArrayList<>();
    try (Installation installation =
        Installation.start(
            own,
            seed,
            size.people,
            size.seconds,
            size.parallelism,
            faults.stream().map(Fault::settings).distinct().collect(Collectors.joining()))) {
      try {
        for (Fault fault : faults) {
          installation.pass(QUIET_SECONDS + random.nextInt(RANDOM_SECONDS));
          recoveries.add(recovery(fault, fault.strike(installation, random), installation));
        }
        installation.pass(QUIET_SECONDS);
        installation.end();
      } catch (Exception | AssertionError e) {
        throw new AssertionError(e + "\n" + installation.cluster().lastWords(), e);
      }
      return evidence(installation, recoveries, own);
    }
  }

  private Evidence.Recovery recovery(Fault fault, Instant since, Installation installation) {
    Instant now = Instant.now();
    long nanos = System.nanoTime() - Duration.between(since, now).toNanos();
    Await.until(
        "everybody's new labels after " + fault.name(),
        PATIENCE,
        () ->
            installation.works()
                && labelled(installation, since).stream().noneMatch(at -> at == Long.MAX_VALUE));
    List<Long> labelled = labelled(installation, since);
    Evidence.Recovery recovery =
        new Evidence.Recovery(
            fault.name(),
            millis(labelled.stream().mapToLong(at -> at - nanos).min().orElseThrow()),
            millis(labelled.stream().mapToLong(at -> at - nanos).max().orElseThrow()),
            fault.within() == Fault.EVER ? Long.MAX_VALUE : fault.within().toMillis() * size.slack,
            fault.restarts() * size.slack);
    System.out.println("Faults: " + recovery);
    return recovery;
  }

  /** When each of those who still send had a window labelled that began later. */
  private static List<Long> labelled(Installation installation, Instant since) {
    return installation.writes().labelledAfter(since).entrySet().stream()
        .filter(one -> installation.sends(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }

  private static Evidence evidence(
      Installation installation, List<Evidence.Recovery> recoveries, Path folder) throws Exception {
    Map<String, String> bodies = installation.writes().bodies();
    Map<String, String> expected =
        Oracle.of(installation.ledger().messages(), installation.takeovers(), folder);
    return new Evidence(
        Comparison.comparable(expected),
        Comparison.comparable(bodies),
        installation.writes().changed(),
        installation.writes().backwards(),
        installation.writes().again(),
        SampleCounts.of(installation.ledger().samples(), expected, bodies),
        List.copyOf(recoveries),
        installation.restarts());
  }
}

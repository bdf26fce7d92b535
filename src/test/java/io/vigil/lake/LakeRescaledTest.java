package io.vigil.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.JobRun;
import io.vigil.Savepoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that is stopped while it gathers files, and goes on in more parts or in fewer, keeps every
 * example exactly once: those in files that nobody saw yet too.
 */
class LakeRescaledTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime() & 0xffff);
  private static final int LONG_AFTER = 1_000_000;

  @TempDir Path folder;

  @Test
  void inMorePartsAndInFewer() throws Exception {
    System.out.println("LakeRescaledTest: -Dvigil.seed=" + SEED);
    LakeDay day = LakeDay.in(folder, SEED);
    Path lake = folder.resolve("lake");

    JobClient first = plan(lake, LONG_AFTER).parallelism(2).slowed(1).begin(day.file());
    String one = stopped(first, lake);
    JobClient second = plan(lake, LONG_AFTER).parallelism(3).slowed(1).from(one).begin(day.file());
    String two = stopped(second, lake);
    JobClient third = plan(lake, 1).parallelism(2).from(two).begin(day.file());
    third.getJobExecutionResult().get(2, TimeUnit.MINUTES);

    assertThat(LakeDay.lines(new Duck(lake))).containsExactlyElementsOf(day.lines().toList());
  }

  private JobRun.Plan plan(Path lake, int checkpoints) {
    return new JobRun.Plan(folder)
        .examples(ExampleSink.of(new Lake(lake.toString(), "vigil", checkpoints)));
  }

  /** Stops it once it has begun some file more, and none of them can be seen. */
  private String stopped(JobClient job, Path lake) throws Exception {
    Set<Path> before = files(lake);
    Await.until(() -> !before.containsAll(files(lake)));
    String savepoint = Savepoints.stop(job, folder.resolve("savepoints"));
    assertThat(ExampleFiles.in(lake.toString()).count()).isZero();
    return savepoint;
  }

  private static Set<Path> files(Path lake) {
    if (!Files.exists(lake)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(lake)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

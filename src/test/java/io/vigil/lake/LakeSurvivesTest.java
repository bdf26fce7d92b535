package io.vigil.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.FailsBehindCheckpoints;
import io.vigil.JobRun;
import io.vigil.learn.Example;
import io.vigil.sensor.RawMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example is in the lake exactly once, after failures too, as somebody else's reader counts
 * them; and nothing else is left that a reader could take for a file.
 *
 * <p>Seen red with: every file that DuckDB finds taken for one that is ready.
 */
class LakeSurvivesTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime() & 0xffff);

  @TempDir static Path folder;
  private static LakeDay day;

  @BeforeAll
  static void record() throws Exception {
    System.out.println("LakeSurvivesTest: -Dvigil.seed=" + SEED);
    day = LakeDay.in(folder, SEED);
    assertThat(day.examples()).hasSizeGreaterThan(100);
  }

  @Test
  void afterFailures() throws Exception {
    FailsBehindCheckpoints.FAILURES.set(0);
    Path lake = folder.resolve("failures");
    new JobRun.Plan(folder)
        .parallelism(2)
        .slowed(3)
        .onTheWay(messages -> messages.map(new FailsBehindCheckpoints()).returns(RawMessage.class))
        .examples(ExampleSink.of(new Lake(lake.toString(), "vigil", 3)))
        .over(day.file());

    assertThat(FailsBehindCheckpoints.FAILURES.get()).isPositive();
    assertComplete(lake);
  }

  @Test
  void withoutAnyCheckpointToo() throws Exception {
    Path lake = folder.resolve("replay");
    new JobRun.Plan(folder)
        .parallelism(2)
        .withoutCheckpoints()
        .examples(ExampleSink.of(new Lake(lake.toString(), "vigil", 1)))
        .over(day.file());

    assertComplete(lake);
  }

  /** What a job that died had begun lies about, and nobody takes it for a file. */
  @Test
  void whatIsHiddenIsNotRead() throws Exception {
    Path lake = folder.resolve("hidden");
    ExampleLake.write(lake, day.examples());
    Path visible = ExampleLake.files(lake).get(0);
    Files.copy(visible, visible.resolveSibling(".examples-7.parquet"));
    Files.copy(visible, visible.resolveSibling(".examples-7.parquet.inprogress.af"));

    assertComplete(lake);
  }

  private static void assertComplete(Path lake) throws Exception {
    List<String> expected = day.lines().toList();
    assertThat(LakeDay.lines(new Duck(lake))).containsExactlyElementsOf(expected);
    List<Example> read = new ArrayList<>();
    ExampleFiles.in(lake.toString()).read(read::add);
    assertThat(read.stream().map(LakeDay::line).sorted()).containsExactlyElementsOf(expected);
  }
}

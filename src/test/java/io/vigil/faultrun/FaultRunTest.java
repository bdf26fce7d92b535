package io.vigil.faultrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages go from a hub through the whole job to Cosmos DB, while task managers are killed at
 * random moments and one in five answers of Cosmos DB is a fault. In the end every document is
 * there, none that should not be, each with the body that a run without faults gives it; and no
 * alert was ever seen to go backwards.
 *
 * <p>{@code -Pfault-run} makes it as long as the promise: 200,000 messages and ten kills.
 */
class FaultRunTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime());
  private static final int MESSAGES = Integer.getInteger("vigil.faultRun.messages", 14_000);
  private static final int KILLS = Integer.getInteger("vigil.faultRun.kills", 3);

  @TempDir static Path folder;
  private static SentMessages sent;
  private static Map<String, String> expected;

  @BeforeAll
  static void runOnceWithoutFaults() throws Exception {
    System.out.println("FaultRunTest: -Dvigil.seed=" + SEED);
    sent = SentMessages.about(MESSAGES, SEED);
    expected = PlainRun.of(sent, folder);
    expected.putAll(CountedAlerts.expected(sent.participantIds()));
    assertThat(expected).hasSizeGreaterThan(sent.size() / 3);
  }

  @Test
  void nothingIsLostAndNothingTwice() throws Exception {
    FaultRun run = new FaultRun(sent, SEED, folder);
    RunDifference difference = run.against(expected, UnaryOperator.identity(), KILLS);
    System.out.println("FaultRunTest: " + run);
    assertThat(difference.isNone()).as(difference::toString).isTrue();
    assertThat(run.killed()).isEqualTo(KILLS);
    assertThat(run.faults()).isGreaterThan(expected.size() / 10);
  }

  /** What the run above would say if something went missing. */
  @Test
  void sinkThatDropsOneInAThousandIsFound() throws Exception {
    RunDifference difference =
        new FaultRun(sent, SEED, folder).against(expected, DroppingSink::new, 0);
    assertThat(difference.lost()).isNotEmpty();
    assertThat(difference.extra()).isEmpty();
  }
}

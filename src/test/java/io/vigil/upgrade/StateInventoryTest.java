package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live job keeps what docs/state.md says, no more and no less, by the names that stand there.
 *
 * <p>Seen red with: another name of a state; another name of a field; a state written by Kryo;
 * another uid; a timer in a step that sets none.
 */
class StateInventoryTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vigil.home", "."), "docs", "state.md");
  private static final String AGAIN =
      "./mvnw test -Dtest=StateInventoryTest -Dvigil.regenerate=true";

  private static final SavedDay.Cut FEW = new SavedDay.Cut(0, 10, 10);

  @TempDir Path folder;

  @Test
  void pageIsThatOfASavepoint() throws Exception {
    String savepoint = savepoint();
    StateInventory inventory = StateInventory.of(savepoint);
    Map<String, String> words = StateWords.all();

    assertThat(inventory.states().stream().filter(KeptState::isKryo).map(KeptState::key))
        .as("%nStates that Kryo writes: nobody can change their types; give them a serialiser.")
        .isEmpty();
    assertThat(inventory.keys())
        .as(
            "%nOperators and states of a savepoint of this build, held against StateWords. A uid or a name of a state never changes, and a"
                + " state that goes keeps its place until the versions that know it are older than those promised (VERSIONING.md)."
                + " One that is new: say in StateWords what it holds, then run: %s",
            AGAIN)
        .containsExactlyInAnyOrderElementsOf(words.keySet());
    assertThat(inventory.timersSet(savepoint))
        .as(
            "%nTimers that are set though StateWords says they never are: say there what for, then run: %s",
            AGAIN)
        .allSatisfy(timers -> assertThat(words).doesNotContainEntry(timers, StateWords.NEVER_SET));

    String page = StatePage.markdown(inventory, words);
    if (Boolean.getBoolean("vigil.regenerate")) {
      Files.writeString(PAGE, page);
    }
    assertThat(page.lines().toList())
        .as(
            "%ndocs/state.md is not what the job keeps. VERSIONING.md (What a change of the code may do) says what may change: fields may"
                + " come and go, and none may be renamed or change its type. If this may, run: %s",
            AGAIN)
        .containsExactlyElementsOf(Files.readAllLines(PAGE));
  }

  /** Of a job that has everything and has read a little. */
  private String savepoint() throws Exception {
    SavedDay day = SavedDay.simulated();
    SavedDay few = day.before(FEW);
    try (Hubs hubs = Hubs.start(folder.resolve("broker"))) {
      WholeJob job =
          new WholeJob(folder, hubs.amqp(), hubs.kafka(), Story.firstPromotions(), 1, 1, true);
      Files.write(job.file(), day.file());
      Story.askFirst(job.asked());
      hubs.publish(few.amqp(), few.kafka());
      Story.Read before = Story.Read.now();
      try (RunningJob running = job.start(Optional.empty(), WholeJob.HARDLY)) {
        before.await(few, 1, 2);
        return running.leave();
      }
    }
  }
}

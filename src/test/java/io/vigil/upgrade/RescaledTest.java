package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that goes on in four tasks where it ran in one, and then in two, leaves the documents and
 * the examples of one that nothing happened to.
 *
 * <p>Seen red with: the documents of health in the one task of health where the job has one task,
 * and in as many as the job has elsewhere; a second life that begins with nothing.
 */
class RescaledTest {
  private static final int NEVER = 1_000_000;

  /** So much of the file that there is something left of it for each of three lives. */
  private static final double SLOWLY = 0.3;

  private static final SavedDay.Cut FIRST = new SavedDay.Cut(64, 1300, 60);
  private static final SavedDay.Cut SECOND = new SavedDay.Cut(64, 1480, 250);

  @TempDir Path folder;

  @Test
  void inFourTasksAndInTwo() throws Exception {
    SavedDay day = SavedDay.simulated();
    assertThat(rescaled(day)).containsExactlyElementsOf(undisturbed(day));
  }

  private List<String> rescaled(SavedDay day) throws Exception {
    Path place = Files.createDirectory(folder.resolve("rescaled"));
    SavedDay first = day.before(FIRST);
    SavedDay second = day.before(SECOND).after(FIRST);
    SavedDay rest = day.after(SECOND);
    try (Hubs hubs = Hubs.start(folder.resolve("broker"))) {
      Story.Read start = begun(place, day);
      String savepoint;
      WholeJob one = WholeJob.replaying(place, hubs, Story.allPromotions(), 1, NEVER);
      try (RunningJob running = one.start(Optional.empty(), SLOWLY)) {
        start.await(SavedDay.NOTHING, 1, 2);
        hubs.publish(first.amqp(), first.kafka());
        start.await(first, 1, 2);
        savepoint = running.leave();
      }
      WholeJob four = WholeJob.replaying(place, hubs, Story.allPromotions(), 4, NEVER);
      try (RunningJob running = four.start(Optional.of(savepoint), SLOWLY)) {
        hubs.publish(second.amqp(), second.kafka());
        start.await(day.before(SECOND), 1, 2);
        savepoint = running.leave();
      }
      WholeJob two = WholeJob.replaying(place, hubs, Story.allPromotions(), 2, 1);
      try (RunningJob running = two.start(Optional.of(savepoint), 0)) {
        hubs.publish(rest.amqp(), rest.kafka());
        start.await(day, 1, 2);
        WholeJob.drain(running);
      }
      // A job that had begun anew would leave the same.
      Story.Read end = Story.Read.now();
      assertThat(end.amqp() - start.amqp()).isEqualTo(day.amqp().size());
      assertThat(end.kafka() - start.kafka()).isEqualTo(day.kafka().size());
      return Left.by(two);
    }
  }

  private List<String> undisturbed(SavedDay day) throws Exception {
    Path place = Files.createDirectory(folder.resolve("undisturbed"));
    try (Hubs hubs = Hubs.start(folder.resolve("another broker"))) {
      Story.Read start = begun(place, day);
      WholeJob job = WholeJob.replaying(place, hubs, Story.allPromotions(), 2, 1);
      try (RunningJob running = job.start(Optional.empty(), SLOWLY)) {
        start.await(SavedDay.NOTHING, 1, 2);
        hubs.publish(day.amqp(), day.kafka());
        start.await(day, 1, 2);
        WholeJob.drain(running);
      }
      return Left.by(job);
    }
  }

  private static Story.Read begun(Path place, SavedDay day) throws IOException {
    WholeJob job = new WholeJob(place, null, null, List.of(), 1, 1, false);
    Files.write(job.file(), day.file());
    Story.askFirst(job.asked());
    return Story.Read.now();
  }
}

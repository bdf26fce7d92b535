package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the savepoint of a release, by the release's own code, and what that code leaves behind
 * when it goes on from there: VERSIONING.md says when and how.
 */
@EnabledIfSystemProperty(
    named = "vigil.savepoint",
    matches = ".+",
    disabledReason = "it is made once a release")
class MakeSavepointTest {
  /** Four chunks of the file: behind the fall. Most of one hub; little of the other. */
  private static final SavedDay.Cut CUT = new SavedDay.Cut(256, 1480, 100);

  @TempDir Path folder;

  @Test
  void makeLive() throws Exception {
    LiveStory.make(SavedMoment.of(release()), folder);
  }

  private static Path release() throws IOException {
    return Files.createDirectories(Path.of(System.getProperty("vigil.savepoint")));
  }

  @Test
  void make() throws Exception {
    SavedFiles files = new SavedFiles(release());
    SavedDay day = SavedDay.simulated();
    Path place = SavedFiles.place(folder);
    try (Hubs hubs = Hubs.start(folder.resolve("broker"))) {
      WholeJob job = WholeJob.replaying(place, hubs, Story.firstPromotions(), 2, 1_000_000);
      Files.write(job.file(), day.file());
      Story.askFirst(job.asked());
      SavedDay first = day.before(CUT);
      Story.Read before = Story.Read.now();
      String savepoint;
      try (RunningJob running = job.start(Optional.empty(), 0.4)) {
        before.await(SavedDay.NOTHING, 1, 2);
        hubs.publish(first.amqp(), first.kafka());
        before.await(first, 1, 2);
        savepoint = running.leave();
      }
      Story.Read after = Story.Read.now();
      assertThat(after.file() - before.file()).isEqualTo(CUT.file());
      files.keep(place, Path.of(URI.create(savepoint)));
      files.keep(day, CUT);
    }
    SavedFiles.write(files.oracle(), GoneOn.from(files, Files.createTempDirectory(folder, "on")));
  }
}

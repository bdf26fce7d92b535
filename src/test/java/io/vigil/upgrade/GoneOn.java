package io.vigil.upgrade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A job that goes on from a release's savepoint to the end of the day. */
final class GoneOn {

  /**
   * Runs it.
   *
   * @return what it left behind
   */
  static List<String> from(SavedFiles files, Path folder) throws Exception {
    SavedDay day = files.day();
    SavedDay first = day.before(files.cut());
    SavedDay rest = day.after(files.cut());
    Path place = SavedFiles.place(folder);
    String savepoint = files.layOut(place);
    try (Hubs hubs = Hubs.start(folder.resolve("broker"))) {
      // The promotions of before are in the savepoint and nowhere else.
      WholeJob job = WholeJob.replaying(place, hubs, List.of(Story.lastPromotion()), 2, 1);
      Files.write(job.file(), day.file());
      Story.askFirst(job.asked());
      hubs.publish(first.amqp(), first.kafka());
      Story.Read before = Story.Read.now();
      try (RunningJob running = job.start(Optional.of(savepoint), 0)) {
        hubs.publish(rest.amqp(), rest.kafka());
        Story.askLast(job.asked());
        before.await(rest, 0, 1);
        WholeJob.drain(running);
      }
      return Left.by(job);
    }
  }

  private GoneOn() {}
}

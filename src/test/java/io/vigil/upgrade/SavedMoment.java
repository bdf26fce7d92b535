package io.vigil.upgrade;

import io.vigil.alert.Alert;
import io.vigil.store.AlertDocuments;
import io.vigil.store.AlertReading;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The savepoint of a release's live job, with what it had written of alerts until then, and when it
 * was taken. It holds moments of the wall clock: whoever goes on from it says what time it is.
 *
 * @param folder of the release's live job
 */
record SavedMoment(Path folder) {
  private static final String METADATA = "_metadata";

  /** That of a release; its other savepoint lies beside it. */
  static SavedMoment of(Path release) {
    return new SavedMoment(release.resolve("live"));
  }

  /**
   * Keeps it.
   *
   * @param savepoint where it is
   * @param taken when it was there, milliseconds since the epoch
   * @param newestSample of anybody, microseconds since the epoch
   * @param written of alerts until then
   */
  void keep(String savepoint, long taken, long newestSample, List<Alert> written)
      throws IOException {
    Path to = Files.createDirectories(savepoint());
    Files.copy(Path.of(URI.create(savepoint)).resolve(METADATA), to.resolve(METADATA));
    Files.writeString(folder.resolve("moment"), taken + "\n" + newestSample + "\n");
    SavedFiles.write(
        folder.resolve("alerts.gz"),
        written.stream().map(alert -> AlertDocuments.alert(alert).body()).toList());
  }

  Path savepoint() {
    return folder.resolve("savepoint");
  }

  /** When it was taken, milliseconds since the epoch. */
  long taken() throws IOException {
    return moments().get(0);
  }

  /** The last sample before it, microseconds since the epoch. */
  long newestSample() throws IOException {
    return moments().get(1);
  }

  /** The newest document of each alert. */
  List<Alert> written() throws IOException {
    return SavedFiles.read(folder.resolve("alerts.gz")).stream().map(AlertReading::read).toList();
  }

  private List<Long> moments() throws IOException {
    return Files.readAllLines(folder.resolve("moment")).stream().map(Long::valueOf).toList();
  }
}

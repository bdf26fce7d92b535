package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * This build goes on from the savepoint of each released version as that version itself did: the
 * same episodes, alerts, answers, windows for review and files of the lake. Nothing of a savepoint
 * is left over: the engine refuses what it cannot place.
 *
 * <p>Seen red with: another uid of the episodes; another name of one field of their state.
 */
class RestoredSavepointTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = "0.1.0")
  void goesOnAsTheReleaseDid(String version) throws Exception {
    SavedFiles files = new SavedFiles(Path.of("src/test/resources/savepoints", version));
    List<String> now = GoneOn.from(files, folder);
    List<String> then = SavedFiles.read(files.oracle());
    assertThat(now).hasSameSizeAs(then);
    for (int i = 0; i < now.size(); i++) {
      String one = now.get(i);
      String other = then.get(i);
      assertThat(Left.holds(one, other)).as("%s%nwhere it was%n%s", one, other).isTrue();
    }
  }
}

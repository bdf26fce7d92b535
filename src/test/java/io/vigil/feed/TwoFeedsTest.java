package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.feed.hook.HookLedger;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.log.FeedLog;
import io.vigil.store.SoleUse;
import io.vigil.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two feeds on one log would tell some alerts twice and others never: the second does not start.
 */
class TwoFeedsTest {
  @TempDir Path folder;

  /** Seen red with: a right that is not given back; and with none asked for in this process. */
  @Test
  void aSecondFeedOfThisProcessIsRefusedUntilTheFirstHasEnded() throws Exception {
    Feed first = Feeds.start(folder);
    try {
      assertThatThrownBy(() -> Feeds.start(folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("feed.db is in use by this process");
      Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
      assertThatThrownBy(() -> SoleUse.of("The feed's log", linked.resolve("feed.db")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is in use by this process");
    } finally {
      first.close();
    }
    Feeds.start(folder).close();
  }

  /**
   * Seen red with: a file beside it whose being there is the lock; and with a lock that a second
   * try in the same process ends.
   */
  @Test
  void aFeedOfAnotherProcessIsRefusedUntilThatIsKilled() throws Exception {
    Path log = folder.resolve("feed.db");
    Path ledger = folder.resolve("hooks.db");
    Process other = other(log, ledger);
    try {
      assertThat(first(other)).isEqualTo("has both");
      String holder = "is in use by process " + other.pid();
      assertThatThrownBy(() -> FeedLog.open(log)).hasMessageContaining("feed.db " + holder);
      assertThatThrownBy(() -> HookLedger.openToTell(ledger))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("hooks.db " + holder)
          .hasMessageContaining("expected one feed at a time");
      // What looks into the ledger or sends again does so beside the feed.
      HookLedger.open(ledger).close();
    } finally {
      other.destroyForcibly();
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    try (FeedLog ours = FeedLog.open(log);
        HookLedger too = HookLedger.openToTell(ledger)) {
      assertThatThrownBy(() -> FeedLog.open(log)).hasMessageContaining("this process");
      assertThat(ours.newest()).isZero();
      assertThat(too.query().counts("none")).isNotNull();
      Process third = other(log, ledger);
      assertThat(first(third))
          .contains("feed.db is in use by process " + ProcessHandle.current().pid());
      assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> SoleUse.of("The feed's log", file.resolve("feed.db")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be locked");
  }

  private static Process other(Path log, Path ledger) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            log.toString(),
            ledger.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String first(Process process) throws IOException {
    // Not closed: the process ends with what it is told, and it is told nothing.
    BufferedReader said = process.inputReader();
    return said.readLine();
  }

  /** Another process: has both until it is killed, or says why it cannot. */
  static final class Other {
    public static void main(String[] files) throws IOException {
      try (FeedLog log = FeedLog.open(Path.of(files[0]));
          HookLedger ledger = HookLedger.openToTell(Path.of(files[1]))) {
        System.out.println("has both");
        System.in.read();
        throw new IllegalStateException("Not killed: " + log + ledger);
      } catch (StoreException e) {
        System.out.println(e.getMessage());
      }
    }

    private Other() {}
  }
}

package io.vigil.cli;

import io.javalin.util.JavalinBindException;
import io.vigil.feed.Feed;
import io.vigil.feed.FeedSetUp;
import io.vigil.feed.FeedStore;
import io.vigil.feed.FrontDoor;
import io.vigil.feed.access.LocalAccess;
import io.vigil.feed.access.LocalDoor;
import io.vigil.feed.access.LocalSessions;
import io.vigil.model.ModelArtifact;
import io.vigil.settings.Settings;
import io.vigil.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The caregivers' page of the demo, for this machine alone. */
final class DemoFeed implements AutoCloseable {
  private static final int ANY_PORT = 0;

  private final FrontDoor door;
  private final Feed feed;
  private final String address;

  private DemoFeed(FrontDoor door, Feed feed, String address) {
    this.door = door;
    this.feed = feed;
    this.address = address;
  }

  /**
   * Starts it, at another port where the wanted one is taken.
   *
   * @param store of the demo
   * @param scratch a folder for what is told and by whom it was seen, of no use afterwards
   * @param wanted port; 0 for a free one
   */
  static DemoFeed start(
      SqliteFile store, Path scratch, Settings settings, ModelArtifact artifact, int wanted)
      throws IOException {
    LocalAccess access = new LocalAccess(LocalSessions.in(scratch.resolve("sessions")));
    InstantSource clock = InstantSource.system();
    FrontDoor door = FrontDoor.ofThisMachine(settings, access, new LocalDoor(access), clock);
    Feed feed;
    try {
      feed = Feed.start(setUp(store, scratch, settings, artifact, wanted, door));
    } catch (JavalinBindException taken) {
      feed = Feed.start(setUp(store, scratch, settings, artifact, ANY_PORT, door));
    }
    return new DemoFeed(
        door, feed, "http://localhost:%d/#token=%s".formatted(feed.port(), access.token()));
  }

  private static FeedSetUp setUp(
      SqliteFile store,
      Path scratch,
      Settings settings,
      ModelArtifact artifact,
      int port,
      FrontDoor door) {
    return new FeedSetUp(
        "127.0.0.1",
        port,
        FeedStore.embedded(Path.of(store.path())),
        scratch.resolve("feed.db"),
        null,
        FeedCommand.scorer(settings, artifact),
        door::name,
        door.access(),
        door::lasting,
        List.of(door));
  }

  /** Where one browser of this machine signs in. */
  String address() {
    return address;
  }

  @Override
  public void close() {
    feed.close();
    door.close();
  }
}

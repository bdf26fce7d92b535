package io.vigil.feed.kit;

import io.javalin.http.Context;
import io.vigil.feed.Feed;
import io.vigil.feed.FeedSetUp;
import io.vigil.feed.FeedStore;
import io.vigil.feed.FrontDoor;
import io.vigil.feed.access.Access;
import io.vigil.feed.access.Role;
import io.vigil.feed.access.Unauthorised;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.api.WindowScorer;
import io.vigil.feed.hook.DeliveryStatus;
import io.vigil.feed.web.Directory;
import io.vigil.feed.web.FeedModule;
import io.vigil.model.Model;
import io.vigil.model.Registry;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.window.TimeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Feeds on a store in a folder, on a free port. */
public final class Feeds {
  /** Everybody says in a header who they are: {@code admin}, {@code ops} or a participant. */
  public static final String WHO = "X-Who";

  private static final Access BY_HEADER =
      context -> {
        String who = context.header(WHO);
        if (who == null) {
          throw new Unauthorised("Nobody is signed in");
        }
        return switch (who) {
          case "admin" -> new Viewer(who, Set.of(Role.ADMIN), Set.of(), Instant.MAX);
          case "ops" -> new Viewer(who, Set.of(Role.OPERATOR), Set.of(), Instant.MAX);
          default -> new Viewer("of-" + who, Set.of(Role.CAREGIVER), Set.of(who), Instant.MAX);
        };
      };

  /** The store in a folder. */
  public static Path store(Path folder) {
    return folder.resolve("vigil.db");
  }

  /** A feed where everybody is who they say. */
  public static Feed start(Path folder) throws IOException {
    return start(folder, 0, BY_HEADER, List.of());
  }

  /** The same on a port. */
  public static Feed start(Path folder, int port) throws IOException {
    return start(folder, port, BY_HEADER, List.of());
  }

  /** A feed behind a door as the settings have it. */
  public static Feed start(Path folder, FrontDoor door) throws IOException {
    return start(folder, 0, door.access(), door::lasting, List.of(door));
  }

  /** A feed with another way in. */
  public static Feed start(Path folder, int port, Access access, List<FeedModule> more)
      throws IOException {
    return Feed.start(setUp(folder, port, access, more));
  }

  /** A feed on another store, with its log in a folder. */
  public static Feed start(FeedStore store, Path folder, int port) throws IOException {
    return start(store, folder, port, BY_HEADER, List.of());
  }

  /** The same with another way in. */
  public static Feed start(
      FeedStore store, Path folder, int port, Access access, List<FeedModule> more)
      throws IOException {
    return Feed.start(setUp(store, folder, port, access, lasting(access), more));
  }

  /** What a feed with another way in is put together from. */
  public static FeedSetUp setUp(Path folder, int port, Access access, List<FeedModule> more)
      throws IOException {
    return setUp(folder, port, access, lasting(access), more);
  }

  private static Function<Context, Supplier<Optional<Viewer>>> lasting(Access access) {
    return context -> {
      Viewer viewer = access.of(context);
      return () -> Optional.of(viewer);
    };
  }

  /** A feed where everybody is who they say, that pushes to hooks. */
  public static Feed start(Path folder, Function<String, List<DeliveryStatus>> deliveries)
      throws IOException {
    return Feed.start(setUp(folder, 0, BY_HEADER, List.of()).withDeliveries(deliveries));
  }

  private static Feed start(
      Path folder,
      int port,
      Access access,
      Function<Context, Supplier<Optional<Viewer>>> lasting,
      List<FeedModule> more)
      throws IOException {
    return Feed.start(setUp(folder, port, access, lasting, more));
  }

  private static FeedSetUp setUp(
      Path folder,
      int port,
      Access access,
      Function<Context, Supplier<Optional<Viewer>>> lasting,
      List<FeedModule> more)
      throws IOException {
    return setUp(FeedStore.embedded(store(folder)), folder, port, access, lasting, more);
  }

  private static FeedSetUp setUp(
      FeedStore store,
      Path folder,
      int port,
      Access access,
      Function<Context, Supplier<Optional<Viewer>>> lasting,
      List<FeedModule> more)
      throws IOException {
    return new FeedSetUp(
        "127.0.0.1",
        port,
        store,
        folder.resolve("feed.db"),
        null,
        scorer(),
        names(),
        access,
        lasting,
        more);
  }

  private static Directory names() {
    return id -> id.equals("p1") ? "Ada <b>" : id;
  }

  private static WindowScorer scorer() throws IOException {
    Path models = Path.of(System.getProperty("vigil.home", ".")).resolve("models");
    return new WindowScorer(
        Model.read(new Registry(models).resolve("champion")),
        DecoderSettings.DEFAULT,
        DeviceProfiles.DEFAULT,
        TimeSettings.of(Duration.ofSeconds(2), Duration.ofMillis(200)),
        InstantSource.system());
  }

  private Feeds() {}
}

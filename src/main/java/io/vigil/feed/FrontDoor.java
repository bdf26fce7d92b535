package io.vigil.feed;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.feed.access.Access;
import io.vigil.feed.access.ClientAddress;
import io.vigil.feed.access.Guards;
import io.vigil.feed.access.KnownViewers;
import io.vigil.feed.access.RateLimits;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.access.audit.Audit;
import io.vigil.feed.access.oidc.OidcDoor;
import io.vigil.feed.metric.FeedMetrics;
import io.vigil.feed.people.Directory;
import io.vigil.feed.people.DirectoryFile;
import io.vigil.feed.web.FeedModule;
import io.vigil.metric.FeedMetric;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.RefusedSettings;
import io.vigil.settings.Secret;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything that stands between the feed and who asks, as the settings have it: guards, sign-in,
 * the audit trail and the directory. To be registered before everything else.
 */
public final class FrontDoor implements FeedModule, AutoCloseable {
  private final Supplier<Directory> directory;
  private final Audit audit;
  private final Access access;
  private final Function<Context, Supplier<Optional<Viewer>>> lasting;
  private final List<FeedModule> modules;

  private FrontDoor(
      Settings.Feed settings,
      Optional<URI> publicUrl,
      Supplier<Directory> directory,
      Access access,
      Function<Context, Supplier<Optional<Viewer>>> lasting,
      FeedModule door,
      InstantSource clock) {
    ClientAddress address = new ClientAddress(settings.proxies());
    RateLimits limits =
        new RateLimits(
            settings.addressRequestsPerMinute(), settings.requestsPerMinute(), address, clock);
    this.directory = directory;
    this.audit = new Audit(settings.audit(), settings.auditKept(), address, clock);
    this.access = new KnownViewers(access, limits);
    this.lasting = lasting;
    this.modules =
        List.of(
            publicUrl.map(url -> Guards.of(url, limits)).orElseGet(() -> new Guards(false, limits)),
            audit,
            door);
  }

  /**
   * The door of a feed that people sign in to.
   *
   * @param settings with {@code feed.oidc}
   * @throws IOException if the directory cannot be read
   * @throws RefusedSettings if something in it is not allowed
   */
  public static FrontDoor withSignIn(Settings settings, InstantSource clock) throws IOException {
    Settings.Feed feed = settings.feed();
    Supplier<Directory> directory = directory(settings, clock);
    OidcDoor door =
        new OidcDoor(
            feed.oidc().orElseThrow(),
            feed.publicUrl().orElseThrow(),
            directory,
            pseudonyms(settings.pseudonymKey()),
            clock);
    return new FrontDoor(
        feed, feed.publicUrl(), directory, door.access(), door.access()::lasting, door, clock);
  }

  /**
   * The door of a feed for this machine alone.
   *
   * @param access that knows who asks
   * @param door where they come in
   * @throws IOException if the directory cannot be read
   * @throws RefusedSettings if something in it is not allowed
   */
  public static FrontDoor ofThisMachine(
      Settings settings, Access access, FeedModule door, InstantSource clock) throws IOException {
    Function<Context, Supplier<Optional<Viewer>>> lasting =
        context -> {
          Viewer viewer = access.of(context);
          return () -> Optional.of(viewer);
        };
    Supplier<Directory> directory = directory(settings, clock);
    return new FrontDoor(
        settings.feed(), Optional.empty(), directory, access, lasting, door, clock);
  }

  @Override
  public void register(JavalinConfig config) {
    modules.forEach(module -> module.register(config));
  }

  /** Who is let in to what is guarded; asks and counts once a request. */
  public Access access() {
    return access;
  }

  /**
   * Who listens, to be asked whenever something is about to be told them: the viewer as they may
   * see now, and nobody from when they were signed out or must show anew who they are.
   */
  public Supplier<Optional<Viewer>> lasting(Context context) {
    return lasting.apply(context);
  }

  /** What a participant is called, as plain text; the id where that is not known. */
  public String name(String participantId) {
    return directory.get().nameOf(participantId);
  }

  /** The directory as it is now. */
  public Directory directory() {
    return directory.get();
  }

  /** How many entries of the audit trail could not be written. */
  public long unwritten() {
    return audit.unwritten();
  }

  /** Shows how much the audit trail was told. */
  public void measured(FeedMetrics metrics) {
    metrics.counter(FeedMetric.AUDIT_WRITTEN, audit::written);
    metrics.counter(FeedMetric.AUDIT_UNWRITTEN, audit::unwritten);
  }

  private static Supplier<Directory> directory(Settings settings, InstantSource clock)
      throws IOException {
    return settings.feed().directory().isEmpty()
        ? () -> Directory.EMPTY
        : DirectoryFile.open(
            settings.feed().directory().get(), pseudonyms(settings.pseudonymKey()), clock);
  }

  private static Pseudonyms pseudonyms(Secret key) {
    return key.isSet() ? Pseudonyms.by(key) : Pseudonyms.NONE;
  }

  @Override
  public void close() {
    audit.close();
  }
}

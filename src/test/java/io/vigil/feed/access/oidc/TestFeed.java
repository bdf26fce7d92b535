package io.vigil.feed.access.oidc;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.vigil.feed.access.Access;
import io.vigil.feed.access.ClientAddress;
import io.vigil.feed.access.Guards;
import io.vigil.feed.access.KnownViewers;
import io.vigil.feed.access.RateLimits;
import io.vigil.feed.access.Scope;
import io.vigil.feed.access.Unauthorised;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.access.audit.Audit;
import io.vigil.feed.access.audit.Audited;
import io.vigil.feed.kit.Doors;
import io.vigil.feed.people.Directory;
import io.vigil.feed.web.Refusal;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A feed of three addresses behind everything that says who may see whom. */
final class TestFeed implements AutoCloseable {

  /** Where browsers think that it is; whatever stands between brings them to its port. */
  static final String PUBLIC = Doors.PUBLIC;

  private static final String PEOPLE =
      """
      people:
        anna: {name: Anna Karlsson, caregivers: [carl]}
        bert: {name: Bert Berg, caregivers: [dora]}
      """;

  private final Audit audit;
  private final Javalin server;
  private volatile Duration ahead = Duration.ZERO;
  private volatile Directory directory = Directory.read("people.yaml", PEOPLE, Pseudonyms.NONE);

  /** Of the last who asked at {@code /v1/me}. */
  volatile Supplier<Optional<Viewer>> lasting;

  TestFeed(Settings.Oidc settings, Path folder) {
    this(settings, URI.create(PUBLIC), 100_000, folder);
  }

  TestFeed(Settings.Oidc settings, URI publicUrl, int requestsPerMinute, Path folder) {
    ClientAddress address = new ClientAddress(1);
    RateLimits limits = new RateLimits(requestsPerMinute, requestsPerMinute, address, this::now);
    OidcDoor door = new OidcDoor(settings, publicUrl, () -> directory, Pseudonyms.NONE, this::now);
    Access access = new KnownViewers(door.access(), limits);
    audit = new Audit(folder, Duration.ofDays(1), address, this::now);
    server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.jetty.port = 0;
              config.routes.exception(
                  Refusal.class, (e, to) -> to.status(e.status()).result(e.getMessage()));
              config.routes.exception(
                  Unauthorised.class, (e, to) -> to.status(401).result(e.getMessage()));
              new Guards(publicUrl.getScheme().equals("https"), limits).register(config);
              audit.register(config);
              door.register(config);
              config.routes.before("/v1/*", access::of);
              config.routes.get("/v1/me", to -> me(access.of(to), door.access(), to));
              config.routes.get("/v1/people/{id}", to -> person(access.of(to), to));
              config.routes.post("/v1/alerts/{id}/commands", to -> command(access.of(to), to));
            });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Sets the feed's clock forward. */
  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  void directory(String people) {
    directory = Directory.read("people.yaml", people, Pseudonyms.NONE);
  }

  private Instant now() {
    return Instant.now().plus(ahead);
  }

  private void me(Viewer viewer, OidcAccess access, Context to) {
    lasting = access.lasting(to);
    to.json(
        Map.of(
            "subject", viewer.subject(),
            "roles", new TreeSet<>(viewer.roles()),
            "people", new TreeSet<>(viewer.people())));
  }

  private static void person(Viewer viewer, Context to) {
    Scope.person(viewer, to.pathParam("id"));
    if (!to.pathParam("id").equals("anna") && !to.pathParam("id").equals("bert")) {
      throw Scope.unknownPerson();
    }
    to.json(Map.of("id", to.pathParam("id")));
  }

  private static void command(Viewer viewer, Context to) {
    Audited.of(to).did(to.body());
    to.json(Map.of("actor", viewer.subject()));
  }

  @Override
  public void close() {
    server.stop();
    audit.close();
  }
}

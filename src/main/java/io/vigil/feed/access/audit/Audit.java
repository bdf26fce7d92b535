package io.vigil.feed.access.audit;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.vigil.feed.access.Actor;
import io.vigil.feed.access.ClientAddress;
import io.vigil.feed.web.FeedModule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes down who saw and did what. Everything that is done, and everything that is refused, is a
 * line; whom somebody sees is written once an hour for each place they see them in. What nobody
 * knows the sender of has a trail of its own, which is short, so that no stranger can push out what
 * others did.
 */
public final class Audit implements FeedModule, AutoCloseable {
  private static final long FILE_BYTES = 16L << 20;
  private static final int MOST_FILES = 10_000;
  private static final int MOST_FILES_OF_STRANGERS = 4;
  private static final int MOST_PARTICIPANTS = 1_000;
  private static final String AUDIT = "vigil.audit";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final ClientAddress address;
  private final InstantSource clock;
  private final AuditTrail known;
  private final AuditTrail strangers;
  private final Sightings sightings;

  /**
   * @param folder the trails are in
   * @param kept how long an entry stays
   */
  public Audit(Path folder, Duration kept, ClientAddress address, InstantSource clock) {
    this(folder, kept, FILE_BYTES, address, clock);
  }

  Audit(Path folder, Duration kept, long fileBytes, ClientAddress address, InstantSource clock) {
    this.address = address;
    this.clock = clock;
    this.known =
        new AuditTrail(new AuditFiles(folder, "audit", fileBytes, kept, MOST_FILES), clock);
    this.strangers =
        new AuditTrail(
            new AuditFiles(folder, "strangers", fileBytes, kept, MOST_FILES_OF_STRANGERS), clock);
    this.sightings = new Sightings(clock);
  }

  /** Writes after every request, and lets administrators read at {@code /v1/audit}. */
  @Override
  public void register(JavalinConfig config) {
    config.routes.before(context -> context.attribute(AUDIT, this));
    config.routes.after(this::write);
    new AuditRoutes(known).register(config);
  }

  /** How many entries were written since the start. */
  public long written() {
    return known.written() + strangers.written();
  }

  /** How many entries could not be written; one that could not was lost. */
  public long unwritten() {
    return known.unwritten() + strangers.unwritten();
  }

  /**
   * Who goes on to be told things after a request was answered.
   *
   * @return takes each participant before they are told of
   */
  static Consumer<String> listening(Context context) {
    Audit audit = context.attribute(AUDIT);
    if (audit == null) {
      return participantId -> {};
    }
    // What there is to say of the request is kept: it is gone when the first event comes.
    AuditEntry listens = audit.entry(context);
    String path = context.path();
    return new Listening(audit.clock, whom -> audit.seen(path, listens.about(whom, audit.now())));
  }

  private void write(Context context) {
    AuditEntry entry = entry(context);
    boolean refused = entry.status() >= 400;
    if (entry.subject().isEmpty() && !refused) {
      return;
    }
    boolean reads = READING.contains(context.req().getMethod());
    // Who reads the trail is written each time: it is how one sees whom they looked for.
    if (refused || !reads || context.path().equals(AuditRoutes.PATH)) {
      add(entry);
    } else {
      seen(context.path(), entry);
    }
  }

  private AuditEntry entry(Context context) {
    Audited about = Audited.of(context);
    return new AuditEntry(
        now(),
        Actor.of(context).orElse(""),
        context.req().getMethod() + " " + route(context),
        about.did(),
        about.participants(),
        about.alert(),
        context.statusCode(),
        address.of(context));
  }

  private void seen(String path, AuditEntry entry) {
    String place = String.join("\n", entry.subject(), entry.address(), path);
    sightings
        .fresh(place, entry.participants())
        .ifPresent(whom -> add(entry.about(whom, entry.at())));
  }

  /** A line is never longer than one can be read. */
  private void add(AuditEntry entry) {
    AuditTrail trail = entry.subject().isEmpty() ? strangers : known;
    List<String> whom = entry.participants();
    int from = 0;
    do {
      int to = Math.min(whom.size(), from + MOST_PARTICIPANTS);
      trail.add(entry.about(whom.subList(from, to), entry.at()));
      from = to;
    } while (from < whom.size());
  }

  private String now() {
    return Instant.ofEpochMilli(clock.millis()).toString();
  }

  /**
   * The route that answered, without what stood in the place of its parameters; the path where it
   * was refused before there was one.
   */
  private static String route(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    return endpoint == null ? Audited.cut(context.path()) : endpoint.path;
  }

  @Override
  public void close() {
    known.close();
    strangers.close();
  }
}

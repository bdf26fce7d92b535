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
import java.util.Set;

/**
 * Writes down every request that was answered: who saw and did what. What nobody knows the sender
 * of has a trail of its own, which is short, so that no stranger can push out what others did.
 */
public final class Audit implements FeedModule, AutoCloseable {
  private static final long FILE_BYTES = 16L << 20;
  private static final int MOST_FILES = 10_000;
  private static final int MOST_FILES_OF_STRANGERS = 4;

  /** Of these nobody learns anything about anybody. */
  private static final Set<String> QUIET = Set.of("/", "/login", "/openapi.json", "/v1/status");

  private final ClientAddress address;
  private final InstantSource clock;
  private final AuditTrail known;
  private final AuditTrail strangers;

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
  }

  /** Writes after every request, and lets administrators read at {@code /v1/audit}. */
  @Override
  public void register(JavalinConfig config) {
    config.routes.after(this::write);
    new AuditRoutes(known).register(config);
  }

  /** How many entries could not be written; one that could not was lost. */
  public long unwritten() {
    return known.unwritten() + strangers.unwritten();
  }

  private void write(Context context) {
    String route = route(context);
    String subject = Actor.of(context).orElse("");
    int status = context.statusCode();
    boolean refused = status >= 400;
    if (QUIET.contains(route) && !refused || subject.isEmpty() && !refused) {
      return;
    }
    Audited about = Audited.of(context);
    AuditEntry entry =
        new AuditEntry(
            Instant.ofEpochMilli(clock.millis()).toString(),
            subject,
            context.req().getMethod() + " " + route,
            about.did(),
            about.participants(),
            about.alert(),
            status,
            address.of(context));
    (subject.isEmpty() ? strangers : known).add(entry);
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

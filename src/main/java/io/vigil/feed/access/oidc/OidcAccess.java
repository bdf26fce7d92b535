package io.vigil.feed.access.oidc;

import io.javalin.http.Context;
import io.vigil.feed.access.Actor;
import io.vigil.feed.access.LastingAccess;
import io.vigil.feed.access.Unauthorised;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.people.Directory;
import io.vigil.feed.web.Refusal;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets in who signed in with a browser, and programs with a bearer token. Whose people are whose is
 * asked of the directory anew each time, so that whoever is taken out of it sees nobody from then
 * on.
 */
public final class OidcAccess implements LastingAccess {
  private static final String BEARER = "Bearer ";

  private final Tokens tokens;
  private final Sessions sessions;
  private final Supplier<Directory> directory;
  private final InstantSource clock;

  OidcAccess(Tokens tokens, Sessions sessions, Supplier<Directory> directory, InstantSource clock) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * @throws Refusal (400) with more than one Authorization header, (403) where a browser's request
   *     that changes something does not come from a page of the feed, (503) where the provider does
   *     not answer
   */
  @Override
  public Viewer of(Context context) {
    Optional<String> bearer = bearer(context);
    if (bearer.isPresent()) {
      // A browser never sends this header on behalf of another site, so there is nothing to prove.
      return identity(bearer.get()).by(directory.get());
    }
    Session session =
        sessions
            .of(context)
            .orElseThrow(
                () ->
                    new Unauthorised(
                        "Nobody is signed in; expected a bearer token, or a session from /login"));
    Actor.note(context, session.identity().subject());
    sessions.guard(session, context);
    return viewer(session);
  }

  @Override
  public Supplier<Optional<Viewer>> lasting(Context context) {
    Optional<String> bearer = bearer(context);
    if (bearer.isPresent()) {
      Identity identity = identity(bearer.get());
      return () ->
          Optional.of(identity)
              .filter(who -> who.until().isAfter(clock.instant()))
              .map(who -> who.by(directory.get()));
    }
    of(context);
    String name = sessions.name(context).orElseThrow();
    return () -> sessions.named(name).map(this::viewer);
  }

  private Viewer viewer(Session session) {
    Viewer viewer = session.identity().by(directory.get());
    return new Viewer(viewer.subject(), viewer.roles(), viewer.people(), session.until());
  }

  private Identity identity(String bearer) {
    try {
      return tokens.ofBearer(bearer);
    } catch (TokenRefused e) {
      throw new Unauthorised(e.getMessage());
    }
  }

  private static Optional<String> bearer(Context context) {
    List<String> sent = Collections.list(context.req().getHeaders("Authorization"));
    if (sent.size() > 1) {
      throw new Refusal(400, "There are two Authorization headers; expected one");
    }
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    // Another scheme is refused too, and does not fall back on a cookie that may be somebody
    // else's.
    String text = sent.get(0);
    return Optional.of(
        text.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? text.substring(BEARER.length()).strip()
            : "");
  }
}

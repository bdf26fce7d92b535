package io.vigil.feed.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who started the feed, on this machine: a token that is good once is exchanged for a
 * session. A session outlives a restart of the feed, so that a page that is open goes on.
 */
public final class LocalAccess implements Access {
  /** Who is let in. */
  public static final String SUBJECT = "local";

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LocalSessions sessions;
  private String token;

  /**
   * @param sessions those that are let in without a token
   */
  public LocalAccess(LocalSessions sessions) {
    this.sessions = sessions;
    this.token = secret();
  }

  /** What is good for one session; for the one who starts the feed, and never logged. */
  public synchronized String token() {
    return token;
  }

  /**
   * Gives a session for the token. Afterwards the token is good for nothing.
   *
   * @return the session's secret; empty where this is not the token, or it was used before
   */
  synchronized Optional<String> enter(String offered) {
    if (token.isEmpty() || !MessageDigest.isEqual(token.getBytes(UTF_8), offered.getBytes(UTF_8))) {
      return Optional.empty();
    }
    token = "";
    String session = secret();
    sessions.add(session);
    return Optional.of(session);
  }

  @Override
  public Viewer of(Context context) {
    String session = context.cookie(LocalDoor.cookie(context));
    if (session == null || !sessions.has(session)) {
      throw new Unauthorised(
          "Nobody is signed in; open the address that `vigil feed` prints when it starts");
    }
    return new Viewer(SUBJECT, Set.of(Role.ADMIN), Set.of(), Instant.MAX);
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package io.vigil.feed.kit;

import io.vigil.feed.FrontDoor;
import io.vigil.feed.access.LocalAccess;
import io.vigil.feed.access.LocalDoor;
import io.vigil.feed.access.LocalSessions;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Ways into a feed, as settings in a folder have them: anna is carl's, and bert is dora's. */
public final class Doors {
  /** Where browsers find a feed that people sign in to. */
  public static final String PUBLIC = "http://localhost";

  /** The secret of the feed at its provider. */
  public static final String CLIENT_SECRET = "s3cret-of-the-client";

  private static final String PEOPLE =
      """
      people:
        anna: {name: Anna Karlsson, caregivers: [carl]}
        bert: {name: Bert Berg, caregivers: [dora]}
      """;

  /**
   * By signing in at a provider.
   *
   * @param issuer of its tokens
   */
  public static FrontDoor withSignIn(Path folder, String issuer) throws IOException {
    String oidc =
        """
          publicUrl: %s
          oidc:
            issuer: %s
            clientId: vigil
            clientSecret: ${env:CLIENT_SECRET}
            audience: api://vigil
            rolesClaim: roles
        """
            .formatted(PUBLIC, issuer);
    return FrontDoor.withSignIn(settings(folder, oidc), InstantSource.system());
  }

  /** By the token of who started it, on this machine. */
  public static FrontDoor ofThisMachine(Path folder, LocalAccess access) throws IOException {
    return FrontDoor.ofThisMachine(
        settings(folder, ""), access, new LocalDoor(access), InstantSource.system());
  }

  /** Who is let in on this machine. */
  public static LocalAccess access(Path folder) {
    return new LocalAccess(LocalSessions.in(folder.resolve("sessions")));
  }

  private static Settings settings(Path folder, String more) throws IOException {
    Path people = Files.writeString(folder.resolve("people.yaml"), PEOPLE);
    Path file = folder.resolve("vigil.yaml");
    Files.writeString(
        file,
        """
        feed:
          directory: %s
          auditPath: %s
        """
                .formatted(people, folder.resolve("audit"))
            + more);
    return Settings.read(file, Map.of("CLIENT_SECRET", CLIENT_SECRET)::get);
  }

  private Doors() {}
}

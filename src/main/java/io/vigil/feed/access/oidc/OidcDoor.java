package io.vigil.feed.access.oidc;

import io.javalin.config.JavalinConfig;
import io.vigil.feed.people.Directory;
import io.vigil.feed.web.FeedModule;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Settings;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Signing in by OpenID Connect: the routes for it, and who is let in by it. */
public final class OidcDoor implements FeedModule {
  private final OidcAccess access;
  private final SignInRoutes routes;

  /**
   * @param settings of the provider
   * @param publicUrl where browsers find the feed
   * @param directory of who is whose, as it is now
   * @param pseudonyms under which stores know the people that tokens name; used here alone
   */
  public OidcDoor(
      Settings.Oidc settings,
      URI publicUrl,
      Supplier<Directory> directory,
      Pseudonyms pseudonyms,
      InstantSource clock) {
    Provider provider = new Provider(settings.issuer(), clock);
    Tokens tokens =
        new Tokens(settings, provider, new Claims(settings, Claims.storedNames(pseudonyms), clock));
    Cookies cookies = new Cookies(publicUrl.getScheme().equals("https"));
    Sessions sessions = new Sessions(publicUrl, cookies, clock);
    URI callback = URI.create(Origin.of(publicUrl) + SignInRoutes.CALLBACK);
    this.access = new OidcAccess(tokens, sessions, directory, clock);
    this.routes =
        new SignInRoutes(
            new SignIn(settings, callback, provider, tokens, clock), sessions, cookies, provider);
  }

  /** Who is let in. */
  public OidcAccess access() {
    return access;
  }

  @Override
  public void register(JavalinConfig config) {
    routes.register(config);
  }
}

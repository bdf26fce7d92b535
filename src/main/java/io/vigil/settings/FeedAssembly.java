package io.vigil.settings;

import static io.vigil.settings.FeedSettings.ADDRESS_RATE;
import static io.vigil.settings.FeedSettings.ALGORITHMS;
import static io.vigil.settings.FeedSettings.AUDIENCE;
import static io.vigil.settings.FeedSettings.AUDIT;
import static io.vigil.settings.FeedSettings.AUDIT_KEPT;
import static io.vigil.settings.FeedSettings.BIND;
import static io.vigil.settings.FeedSettings.CLIENT_ID;
import static io.vigil.settings.FeedSettings.CLIENT_SECRET;
import static io.vigil.settings.FeedSettings.DIRECTORY;
import static io.vigil.settings.FeedSettings.ISSUER;
import static io.vigil.settings.FeedSettings.METRICS_PORT;
import static io.vigil.settings.FeedSettings.PEOPLE_CLAIM;
import static io.vigil.settings.FeedSettings.PORT;
import static io.vigil.settings.FeedSettings.PROXIES;
import static io.vigil.settings.FeedSettings.PUBLIC_URL;
import static io.vigil.settings.FeedSettings.RATE;
import static io.vigil.settings.FeedSettings.ROLES_CLAIM;
import static io.vigil.settings.FeedSettings.SECOND_REVIEWER;

import java.net.URI;
import java.nio.file.Path;

/** Puts the settings of the feed together, and checks those that depend on each other. */
final class FeedAssembly {

  static Settings.Feed feed(Values values) {
    return new Settings.Feed(
        values.get(PORT),
        values.get(BIND),
        values.find(METRICS_PORT),
        values.find(PUBLIC_URL),
        values.get(PROXIES),
        values.find(DIRECTORY).map(Path::of),
        values.get(RATE),
        values.get(ADDRESS_RATE),
        Path.of(values.get(AUDIT)),
        values.get(AUDIT_KEPT),
        values.get(SECOND_REVIEWER),
        values.find(ISSUER).map(issuer -> oidc(issuer, values)));
  }

  private static Settings.Oidc oidc(URI issuer, Values values) {
    String clientId = values.find(CLIENT_ID).orElse("");
    return new Settings.Oidc(
        issuer,
        clientId,
        values.find(CLIENT_SECRET).orElse(Secret.NONE),
        values.find(AUDIENCE).orElse(clientId),
        values.get(ALGORITHMS).texts(),
        values.get(ROLES_CLAIM),
        values.find(PEOPLE_CLAIM).orElse(""));
  }

  static void check(Settings settings, Node.Group root, Problems problems) {
    Settings.Feed feed = settings.feed();
    if (feed.oidc().isEmpty()) {
      if (!root.keysUnder("feed.oidc").isEmpty()) {
        missing("feed.oidc", ISSUER, root, problems);
      }
      if (!Loopback.is(feed.bind())) {
        problems.add(
            root.lineOf("feed.bind"),
            "feed.bind: '%s' can be reached by others, and feed.oidc is not set, so that anybody could look in; expected an address like 127.0.0.1, or feed.oidc"
                .formatted(settings.written().get("feed.bind")));
      }
      return;
    }
    if (feed.oidc().get().clientId().isEmpty()) {
      missing("feed.oidc.issuer", CLIENT_ID, root, problems);
    }
    if (feed.publicUrl().isEmpty()) {
      missing("feed.oidc", PUBLIC_URL, root, problems);
    }
  }

  private static void missing(String set, Setting<?> needed, Node.Group root, Problems problems) {
    problems.add(
        root.lineOf(set),
        "%s is set, and %s is missing; expected %s"
            .formatted(set, needed.path(), needed.kind().allowed()));
  }

  private FeedAssembly() {}
}

package io.vigil.feed.access.oidc;

import java.net.URI;
import java.util.Locale;

/** Origins as browsers write them: in small letters, without a port that goes without saying. */
final class Origin {

  static String of(URI address) {
    int usual = address.getScheme().equals("https") ? 443 : 80;
    boolean said = address.getPort() != -1 && address.getPort() != usual;
    return address.getScheme()
        + "://"
        + address.getHost().toLowerCase(Locale.ROOT)
        + (said ? ":" + address.getPort() : "");
  }

  private Origin() {}
}

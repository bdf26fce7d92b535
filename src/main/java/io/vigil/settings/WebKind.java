package io.vigil.settings;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The address of something on the web: {@code https}, or {@code http} on this machine alone,
 * because tokens and cookies travel to it.
 *
 * @param path whether it may have one
 * @param example of such an address
 */
record WebKind(boolean path, String example) implements Kind<URI> {

  @Override
  public Class<URI> type() {
    return URI.class;
  }

  @Override
  public String allowed() {
    return "an https address such as %s (http on this machine alone)".formatted(example);
  }

  @Override
  public URI read(String text) throws RefusedValue {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new RefusedValue("is no address");
    }
    if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
      throw new RefusedValue("is no plain address with a host");
    }
    boolean safe =
        "https".equals(uri.getScheme())
            || "http".equals(uri.getScheme()) && Loopback.is(uri.getHost());
    if (!safe) {
      throw new RefusedValue("is not safe against listeners");
    }
    if (uri.getFragment() != null || !path && !bare(uri)) {
      throw new RefusedValue("has more than scheme, host and port");
    }
    return uri;
  }

  private static boolean bare(URI uri) {
    return uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
  }
}

package io.vigil.feed.hook;

import io.vigil.settings.Kind;
import io.vigil.settings.RefusedValue;
import java.net.URI;
import java.net.URISyntaxException;

/** An address that is safe to post to, as far as its text says. What it holds is never repeated. */
record TargetKind() implements Kind<URI> {

  @Override
  public Class<URI> type() {
    return URI.class;
  }

  @Override
  public String allowed() {
    return "an address such as https://chat.example.org/in, or one of this machine such as http://localhost:9000/";
  }

  @Override
  public URI read(String text) throws RefusedValue {
    URI target = parsed(text);
    if (target.getHost() == null || target.getScheme() == null) {
      throw new RefusedValue("has no scheme or no host");
    }
    if (target.getRawUserInfo() != null) {
      throw new RefusedValue("has a user in it");
    }
    boolean encrypted = target.getScheme().equals("https");
    if (!encrypted && !(target.getScheme().equals("http") && Target.isLoopback(target))) {
      throw new RefusedValue("is not https");
    }
    return target;
  }

  /** Java's own exception repeats the text. */
  private static URI parsed(String text) throws RefusedValue {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new RefusedValue("is no address");
    }
  }
}

package io.vigil.feature;

import io.vigil.window.WindowShape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a model's features are: their order, and the windows they are computed on. A model is only
 * used by a build that computes exactly these.
 *
 * @param version raised whenever a feature is computed differently under the same name
 * @param rateHz samples a second that windows are brought to
 * @param windowMillis length of a window
 * @param hopMillis time from the start of a window to the start of the next
 * @param names the features, in order
 */
public record FeatureSchema(
    int version, double rateHz, int windowMillis, int hopMillis, List<String> names) {

  public FeatureSchema {
    names = List.copyOf(names);
  }

  /** SHA-256 over every component, as 64 hexadecimal digits. */
  public String hash() {
    String text =
        version
            + "|"
            + rateHz
            + "|"
            + windowMillis
            + "|"
            + hopMillis
            + "|"
            + String.join(",", names);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The windows that the features are computed on. */
  public WindowShape windows() {
    int samples = (int) Math.round(rateHz * windowMillis / 1000.0);
    return new WindowShape(windowMillis * 1000L, hopMillis * 1000L, samples);
  }
}

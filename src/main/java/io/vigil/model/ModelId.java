package io.vigil.model;

import io.vigil.activity.ModelRef;
import java.util.regex.Pattern;

/**
 * Which model said something; written into every output.
 *
 * @param name letters, digits, dot, dash and underscore, starting with a letter; up to 64
 * @param version counted from 1 within a name; 0 while the model is in no registry
 * @param sha256 over manifest and forest, 64 hexadecimal digits: the same training has the same one
 */
public record ModelId(String name, int version, String sha256) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Refuses a name that is no good name of a folder. */
  public ModelId {
    checkName(name);
    ModelRefused.unless(version >= 0, "The model's version is %d, expected 0 or above", version);
    ModelRefused.unless(
        SHA256.matcher(sha256).matches(),
        "The model's sha256 is '%s', expected 64 hexadecimal digits",
        sha256);
  }

  static void checkName(String name) {
    ModelRefused.unless(
        NAME.matcher(name).matches(),
        "The model's name is '%s', expected a letter, then up to 63 letters, digits, '.', '_', '-'",
        name);
  }

  /** As outputs carry it. */
  public ModelRef ref() {
    return new ModelRef(name, version, sha256);
  }

  /** {@code name:version}, as the command line takes it. */
  public String reference() {
    return name + ":" + version;
  }
}

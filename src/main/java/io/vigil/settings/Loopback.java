package io.vigil.settings;

import java.util.regex.Pattern;

/** Names of this machine that nobody else can reach. */
public final class Loopback {
  private static final Pattern NAMES =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  /** Whether a host is this machine, as only it can reach it; names are not looked up. */
  public static boolean is(String host) {
    return NAMES.matcher(host).matches();
  }

  private Loopback() {}
}

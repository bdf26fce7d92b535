package io.vigil.feed.hook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Which targets are safe to post to: whoever may set a hook must not reach what stands behind the
 * feed's own walls.
 */
final class Target {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Whether a target names this machine itself. */
  static boolean isLoopback(URI target) {
    return LOOPBACK.contains(target.getHost().toLowerCase(Locale.ROOT));
  }

  /**
   * Whether an address that a target's name stands for may be posted to.
   *
   * @param privateAddresses whether private networks are allowed
   */
  static boolean allowed(InetAddress address, boolean privateAddresses) {
    // Link-local is where clouds keep the machine's own credentials: never.
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return privateAddresses || !isPrivate(address);
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address instanceof Inet4Address) {
      return address.isSiteLocalAddress()
          || first == 0
          || first == 100 && second >= 64 && second < 128
          || first == 192 && second == 0 && bytes[2] == 0
          || first == 198 && (second == 18 || second == 19)
          || first >= 240;
    }
    // Unique local fc00::/7, the old site-local fec0::/10, and IPv4 inside IPv6 (64:ff9b::,
    // 2002::).
    return (first & 0xfe) == 0xfc
        || address.isSiteLocalAddress()
        || first == 0x00 && second == 0x64
        || first == 0x20 && second == 0x02;
  }

  private Target() {}
}

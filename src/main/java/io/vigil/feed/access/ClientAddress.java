package io.vigil.feed.access;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where requests come from. */
public final class ClientAddress {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
  private static final int HALF_OF_IPV6 = 8;

  private final int proxies;

  /**
   * @param proxies that stand before the feed; each adds the address it was asked from to {@code
   *     X-Forwarded-For}, and what stands before those may be made up
   */
  public ClientAddress(int proxies) {
    this.proxies = proxies;
  }

  /** The address of who asks: the farthest one that one of our own proxies has seen. */
  public String of(Context request) {
    // A proxy may add a line of its own instead of adding to the one that it was sent.
    String forwarded =
        String.join(",", Collections.list(request.req().getHeaders("X-Forwarded-For")));
    if (proxies == 0 || forwarded.isEmpty()) {
      return request.ip();
    }
    String[] hops = forwarded.split(",", -1);
    String seen = hops[Math.max(0, hops.length - proxies)].strip();
    return LITERAL.matcher(seen).matches() ? seen : request.ip();
  }

  /** What is counted as one address: a household has a whole /64 of IPv6 at its disposal. */
  static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length < 2 * HALF_OF_IPV6
          ? address
          : HexFormat.of().formatHex(bytes, 0, HALF_OF_IPV6);
    } catch (UnknownHostException e) {
      return address;
    }
  }
}

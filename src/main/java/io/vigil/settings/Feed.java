package io.vigil.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The caregivers' feed.
 *
 * @param port where it listens; 0 for any free one
 * @param bind the address it listens on
 * @param publicUrl where people find it; scheme, host and port
 * @param proxies how many stand before it
 * @param directory the file of names and caregivers
 * @param requestsPerMinute of one person
 * @param addressRequestsPerMinute of one address
 * @param audit the folder of who saw and did what
 * @param auditKept how long that is kept
 * @param oidc how people sign in; empty where the feed is for this machine alone
 */
public record Feed(
    int port,
    String bind,
    Optional<URI> publicUrl,
    int proxies,
    Optional<Path> directory,
    int requestsPerMinute,
    int addressRequestsPerMinute,
    Path audit,
    Duration auditKept,
    Optional<Oidc> oidc) {

  /**
   * How people sign in.
   *
   * @param issuer of tokens: the OpenID provider
   * @param clientId as what the feed is known to it
   * @param clientSecret or none, for a public client
   * @param audience for whom bearer tokens must be
   * @param algorithms tokens may be signed by
   * @param rolesClaim where their roles are
   * @param peopleClaim where their participants are, or the empty string
   */
  public record Oidc(
      URI issuer,
      String clientId,
      Secret clientSecret,
      String audience,
      List<String> algorithms,
      String rolesClaim,
      String peopleClaim) {

    public Oidc {
      algorithms = List.copyOf(algorithms);
    }
  }
}

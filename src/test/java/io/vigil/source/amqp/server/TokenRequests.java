package io.vigil.source.amqp.server;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** {@code $cbs}: takes the tokens by which a client says who it is, one for each thing it uses. */
final class TokenRequests implements RequestNode.Requests {
  private final Namespace namespace;
  private final Map<String, Set<Right>> rights;

  /**
   * @param rights of the connection by hub, to be filled
   */
  TokenRequests(Namespace namespace, Map<String, Set<Right>> rights) {
    this.namespace = namespace;
    this.rights = rights;
  }

  @Override
  public Object answer(Map<String, Object> properties, Object body) throws Refused {
    namespace.tally().tokens++;
    if (namespace.faults().refusesToken()) {
      throw new Refused(
          Names.UNAUTHORIZED, "InvalidSignature: The token has an invalid signature.");
    }
    String audience = (String) properties.get("name");
    Set<Right> granted = namespace.keys().check(String.valueOf(body), audience);
    String hub = URI.create(audience).getPath().split("/")[1];
    namespace.hub(hub);
    rights.put(hub, granted);
    return Map.of();
  }
}

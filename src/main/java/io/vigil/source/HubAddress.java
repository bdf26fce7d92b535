package io.vigil.source;

import io.vigil.settings.Secret;
import java.io.Serializable;

/**
 * Where a hub is, and who we are to it.
 *
 * @param namespace host name such as {@code vigil-ns.servicebus.windows.net}
 * @param hub the event hub's name
 * @param address {@code host:port} to connect to where that is not the namespace's own (a private
 *     endpoint, a local server), or the empty string
 * @param connectionString of the namespace or the hub; where none is set, Entra ID says who we are.
 *     With {@code UseDevelopmentEmulator=true} in it the connection is not encrypted.
 */
public record HubAddress(String namespace, String hub, String address, Secret connectionString)
    implements Serializable {

  /** Whether the connection is not encrypted: a local server without TLS. */
  public boolean isPlain() {
    return connectionString.reveal().contains("UseDevelopmentEmulator=true");
  }

  /** The namespace and hub, for messages. */
  @Override
  public String toString() {
    return namespace + "/" + hub;
  }
}

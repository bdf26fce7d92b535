package io.vigil.publish;

import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;

/** Opens a connection to send by. */
@FunctionalInterface
public interface PublisherFactory {

  /**
   * @throws PublishFailed if the hub cannot be reached, is not there or does not let us in
   */
  Publisher open(HubProtocol protocol, HubAddress hub);
}

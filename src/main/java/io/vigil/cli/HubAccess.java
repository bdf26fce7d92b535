package io.vigil.cli;

import io.vigil.publish.PublisherFactory;
import io.vigil.settings.Settings;
import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;

/** How the settings say that a hub is reached, and who sends to it. */
interface HubAccess {

  /** How the hub is spoken to. */
  HubProtocol protocol(Settings settings);

  /**
   * Where the hub is.
   *
   * @param hub its name
   * @throws UsageException if the settings do not say how to connect
   */
  HubAddress address(Settings settings, String hub);

  /** Who sends to it. */
  PublisherFactory publishers();
}

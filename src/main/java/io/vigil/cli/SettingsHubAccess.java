package io.vigil.cli;

import io.vigil.publish.PublisherFactory;
import io.vigil.settings.Settings;
import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;

/** The hub of the settings' group {@code eventhubs}. */
final class SettingsHubAccess implements HubAccess {

  @Override
  public HubProtocol protocol(Settings settings) {
    return HubProtocol.AMQP;
  }

  @Override
  public HubAddress address(Settings settings, String hub) {
    throw new UsageException(
        "--to %s needs the settings' group eventhubs, which says how to connect".formatted(hub));
  }

  @Override
  public PublisherFactory publishers() {
    return (protocol, hub) -> {
      throw new UsageException("--to is not wired to " + protocol);
    };
  }
}

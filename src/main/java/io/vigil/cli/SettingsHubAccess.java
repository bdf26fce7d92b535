package io.vigil.cli;

import io.vigil.publish.AmqpPublisher;
import io.vigil.publish.KafkaPublisher;
import io.vigil.publish.PublisherFactory;
import io.vigil.settings.Settings;
import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;

/** The hub of the settings' group {@code eventhubs}. */
final class SettingsHubAccess implements HubAccess {

  @Override
  public HubProtocol protocol(Settings settings) {
    return new LiveEnds(settings).protocol();
  }

  @Override
  public HubAddress address(Settings settings, String hub) {
    return new LiveEnds(settings).hub(hub);
  }

  @Override
  public PublisherFactory publishers() {
    return (protocol, hub) ->
        switch (protocol) {
          case KAFKA -> KafkaPublisher.open(hub);
          case AMQP -> AmqpPublisher.open(hub);
        };
  }
}

package io.vigil.source.amqp;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.credential.TokenCredential;
import com.azure.core.util.Configuration;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import io.vigil.source.ConnectionString;
import io.vigil.source.HubAddress;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes clients of a hub by AMQP: where to connect to, and who we are. */
public final class AmqpClients {

  /** A builder for the hub with retries for a job that runs for months. */
  public static EventHubClientBuilder builder(HubAddress hub) {
    return builder(hub, retries());
  }

  /**
   * A builder for the hub.
   *
   * @param retries the client's own, before it reports a fault
   * @throws IllegalArgumentException where the connection string cannot be used; the message says
   *     why, without secrets
   */
  public static EventHubClientBuilder builder(HubAddress hub, AmqpRetryOptions retries) {
    return builder(hub, retries, () -> new DefaultAzureCredentialBuilder().build());
  }

  static EventHubClientBuilder builder(
      HubAddress hub, AmqpRetryOptions retries, Supplier<TokenCredential> identity) {
    // Without a configuration of its own the client reads proxies and a connection string from the
    // environment, unseen by the settings.
    EventHubClientBuilder builder =
        new EventHubClientBuilder().configuration(Configuration.NONE).retryOptions(retries);
    if (hub.connectionString().isSet()) {
      ConnectionString connection = ConnectionString.of(hub);
      if (connection.entityPath().isEmpty()) {
        builder.connectionString(connection.text(), hub.hub());
      } else {
        builder.connectionString(connection.text());
      }
    } else {
      builder.credential(hub.namespace(), hub.hub(), identity.get());
    }
    // The client ignores the port of a custom endpoint where it does not encrypt.
    if (!hub.address().isEmpty() && !hub.isPlain()) {
      builder.customEndpointAddress("sb://" + hub.address());
    }
    return builder;
  }

  /** Five tries in about a minute, each of at most 30 s. */
  public static AmqpRetryOptions retries() {
    return new AmqpRetryOptions()
        .setMaxRetries(5)
        .setDelay(Duration.ofSeconds(1))
        .setMaxDelay(Duration.ofSeconds(30))
        .setTryTimeout(Duration.ofSeconds(30));
  }

  private AmqpClients() {}
}

package io.vigil.source.kafka;

import io.vigil.source.HubAddress;
import java.util.Properties;

/**
 * What every Kafka client must be told to reach a hub: Microsoft's recommendations for Event Hubs,
 * as far as they differ from what the client does anyway.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations">Apache
 *     Kafka configuration recommendations</a>
 */
public final class KafkaConnection {
  private static final String LOGIN_MODULES = "org.apache.kafka.common.security.";
  private static final int PORT = 9093;

  /** {@code host:port} of the hub's Kafka endpoint. */
  public static String endpoint(HubAddress hub) {
    return hub.address().isEmpty() ? hub.namespace() + ":" + PORT : hub.address();
  }

  /**
   * What readers, writers and checks have in common. It holds the connection string: the clients
   * hide it where they log their settings, and nobody else may log it.
   */
  public static Properties to(HubAddress hub) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", endpoint(hub));
    // Certificates are checked against the JVM's own trust store, where a company adds its own.
    settings.put("security.protocol", hub.isPlain() ? "SASL_PLAINTEXT" : "SASL_SSL");
    if (hub.connectionString().isSet()) {
      keyOf(hub, settings);
    } else {
      identity(hub, settings);
    }

    // Azure's load balancer drops connections that are idle for 240 s without a word to either end:
    // the client must close them, and ask for metadata again, before that.
    settings.put("connections.max.idle.ms", "180000");
    settings.put("metadata.max.age.ms", "180000");
    // The service itself may take up to 60 s, for instance while a partition moves.
    settings.put("request.timeout.ms", "60000");
    // By default the first attempts follow each other within 50 ms: a gateway that is being
    // replaced
    // takes seconds.
    settings.put("reconnect.backoff.ms", "200");
    settings.put("reconnect.backoff.max.ms", "10000");
    // Nobody collects the client's own metrics by JMX; Flink reads them from the client.
    settings.put("auto.include.jmx.reporter", "false");
    // The service does not take what clients would tell of themselves.
    settings.put("enable.metrics.push", "false");
    return settings;
  }

  private static void keyOf(HubAddress hub, Properties settings) {
    settings.put("sasl.mechanism", "PLAIN");
    settings.put(
        "sasl.jaas.config",
        LOGIN_MODULES
            + "plain.PlainLoginModule required username=\"$ConnectionString\" password="
            + quoted(hub.connectionString().reveal())
            + ";");
  }

  private static void identity(HubAddress hub, Properties settings) {
    settings.put("sasl.mechanism", "OAUTHBEARER");
    settings.put("sasl.login.callback.handler.class", EntraLogin.class.getName());
    settings.put(
        "sasl.jaas.config",
        LOGIN_MODULES
            + "oauthbearer.OAuthBearerLoginModule required "
            + EntraLogin.SCOPE
            + "="
            + quoted("https://" + hub.namespace() + "/.default")
            + ";");
  }

  /** The text as the login configuration reads it back: a quoted string of Java's tokeniser. */
  static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + "\"";
  }

  private KafkaConnection() {}
}

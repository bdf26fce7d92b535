package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.security.auth.login.AppConfigurationEntry;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {
  private static final String CLOUD =
      "Endpoint=sb://vigil-ns.servicebus.windows.net/;SharedAccessKeyName=listen;"
          + "SharedAccessKey=aB3+/=;EntityPath=sensors";

  @Test
  void goesToTheNamespaceOverTlsWithTheConnectionStringAsPassword() {
    Properties settings = KafkaConnection.to(hub("", CLOUD));
    assertThat(settings)
        .containsEntry("bootstrap.servers", "vigil-ns.servicebus.windows.net:9093")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "PLAIN");
    assertThat(login(settings))
        .isEqualTo(Map.of("username", "$ConnectionString", "password", CLOUD));
  }

  @Test
  void goesToAnotherAddressAndWithoutTlsWhereToldSo() {
    assertThat(KafkaConnection.to(hub("localhost:19093", CLOUD + ";UseDevelopmentEmulator=true")))
        .containsEntry("bootstrap.servers", "localhost:19093")
        .containsEntry("security.protocol", "SASL_PLAINTEXT");
  }

  /** The scope is the namespace's, also where a private endpoint is connected to. */
  @Test
  void logsInByEntraIdWhereThereIsNoConnectionString() {
    Properties settings = KafkaConnection.to(hub("10.0.0.4:9093", ""));
    assertThat(settings)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "OAUTHBEARER")
        .containsEntry("sasl.login.callback.handler.class", EntraLogin.class.getName());
    assertThat(login(settings))
        .isEqualTo(Map.of("scope", "https://vigil-ns.servicebus.windows.net/.default"));
  }

  /** Seen red with: quotes that are not escaped. */
  @Property
  void anyConnectionStringArrivesAsItIs(
      @ForAll @StringLength(min = 1) @Chars({'"', '\\', '\n', '\r', ';', '=', '$', ' ', 'a', '7'})
          String secret) {
    assertThat(login(KafkaConnection.to(hub("", secret))).get("password")).isEqualTo(secret);
  }

  /** A key that the client does not know is taken in silence and does nothing. */
  @Test
  void everyKeyIsOneThatTheClientKnows() {
    Properties settings = KafkaHub.settings(hub("", CLOUD), HubReading.from(StartFrom.earliest()));
    assertThat(settings.stringPropertyNames())
        .filteredOn(key -> !ConsumerConfig.configNames().contains(key))
        .containsExactlyInAnyOrder(
            "partition.discovery.interval.ms", "commit.offsets.on.checkpoint");
    assertThat(AdminClientConfig.configNames())
        .containsAll(KafkaConnection.to(hub("", CLOUD)).stringPropertyNames());
  }

  private static HubAddress hub(String address, String connectionString) {
    return new HubAddress(
        "vigil-ns.servicebus.windows.net", "sensors", address, Secret.of(connectionString));
  }

  /** The options of the login as the Kafka client reads them. */
  private static Map<String, ?> login(Properties settings) {
    List<AppConfigurationEntry> logins =
        JaasContext.loadClientContext(
                Map.of("sasl.jaas.config", new Password(settings.getProperty("sasl.jaas.config"))))
            .configurationEntries();
    assertThat(logins).hasSize(1);
    return logins.get(0).getOptions();
  }
}

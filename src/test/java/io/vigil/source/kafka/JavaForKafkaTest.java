package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import org.junit.jupiter.api.Test;

class JavaForKafkaTest {
  private static final HubAddress HUB = new HubAddress("ns", "sensors", "", Secret.NONE);

  @Test
  void olderOnesAreFine() {
    assertThat(JavaForKafka.finding(HUB, 17)).isEmpty();
    assertThat(JavaForKafka.finding(HUB, 23)).isEmpty();
  }

  @Test
  void newerOnesAreNamedWithTheWayOut() {
    assertThat(JavaForKafka.finding(HUB, 25))
        .hasValueSatisfying(
            finding ->
                assertThat(finding.toString())
                    .contains("ns/sensors", "this is Java 25", "eventhubs.protocol to amqp"));
  }
}

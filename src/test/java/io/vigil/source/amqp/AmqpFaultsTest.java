package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpErrorContext;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.messaging.eventhubs.models.EventPosition;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.source.amqp.server.HubReader;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Exceptions;

class AmqpFaultsTest {
  private static final String KEY = "c2VjcmV0LWtleS1vZi1hbi1odWI=";
  private static final HubAddress HUB =
      new HubAddress(
          "vigil-ns.servicebus.windows.net",
          "sensors",
          "",
          Secret.of(
              "Endpoint=sb://vigil-ns.servicebus.windows.net/;SharedAccessKeyName=all;SharedAccessKey="
                  + KEY));

  private static final Set<AmqpErrorCondition> FATAL =
      EnumSet.of(
          AmqpErrorCondition.ARGUMENT_ERROR,
          AmqpErrorCondition.ARGUMENT_OUT_OF_RANGE_ERROR,
          AmqpErrorCondition.NOT_FOUND,
          AmqpErrorCondition.NOT_ALLOWED,
          AmqpErrorCondition.UNAUTHORIZED_ACCESS,
          AmqpErrorCondition.LINK_STOLEN,
          AmqpErrorCondition.ENTITY_DISABLED_ERROR,
          AmqpErrorCondition.RESOURCE_LIMIT_EXCEEDED,
          AmqpErrorCondition.LINK_PAYLOAD_SIZE_EXCEEDED);

  private static AmqpException fault(AmqpErrorCondition condition, String said) {
    return new AmqpException(
        false, condition, said, new AmqpErrorContext("vigil-ns.servicebus.windows.net"));
  }

  /** Seen red with: {@code unwrap} that returns what it was given. */
  @ParameterizedTest
  @EnumSource
  void aConditionIsFatalHoweverItIsWrapped(AmqpErrorCondition condition) {
    boolean fatal = FATAL.contains(condition);
    AmqpException fault = fault(condition, "said");
    assertThat(AmqpFaults.isFatal(fault)).isEqualTo(fatal);
    assertThat(AmqpFaults.isFatal(Exceptions.retryExhausted("Retries exhausted: 3/3", fault)))
        .isEqualTo(fatal);
    assertThat(AmqpFaults.isFatal(Exceptions.propagate(new CompletionException(fault))))
        .isEqualTo(fatal);
  }

  @Test
  void aRefusedSettingIsFatalAndABrokenLineIsNot() {
    assertThat(AmqpFaults.isFatal(new IllegalArgumentException("no such thing"))).isTrue();
    assertThat(AmqpFaults.isFatal(new IOException("broken pipe"))).isFalse();
    assertThat(AmqpFaults.isFatal(new IllegalStateException("closed"))).isFalse();
  }

  @Test
  void throttlingIsKnownHoweverItIsWrapped() {
    AmqpException busy = fault(AmqpErrorCondition.SERVER_BUSY_ERROR, "wait 4 seconds");
    assertThat(AmqpFaults.isThrottled(Exceptions.retryExhausted("3/3", busy))).isTrue();
    assertThat(AmqpFaults.isThrottled(fault(AmqpErrorCondition.NOT_FOUND, "x"))).isFalse();
  }

  /** Each has a name of its own, what the service said, and what to do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNAUTHORIZED_ACCESS | Unauthorized access. 'Listen' claim(s) are required | no permission | Data Receiver",
        "UNAUTHORIZED_ACCESS | InvalidSignature: bad | the key or identity is refused | portal",
        "NOT_FOUND | The messaging entity 'sensors' could not be found | the hub is unknown | create the hub sensors",
        "NOT_FOUND | entity 'sensors/ConsumerGroups/x' could not be found | the consumer group is unknown | $Default",
        "LINK_STOLEN | New receiver with higher epoch | higher owner level | other job",
        "RESOURCE_LIMIT_EXCEEDED | Exceeded the maximum number of allowed receivers | too many readers | consumer group of its own",
        "ARGUMENT_ERROR | The supplied sequence number '9' is invalid. | no such position | made anew",
        "SERVER_BUSY_ERROR | The request was terminated | throttled | throughput units",
        "LINK_PAYLOAD_SIZE_EXCEEDED | exceeds the limit | too large | fewer samples",
        "ENTITY_DISABLED_ERROR | disabled | the hub is disabled | enable it",
        "INTERNAL_ERROR | oops | amqp:internal-error | tried again",
      })
  void says(AmqpErrorCondition condition, String said, String name, String advice) {
    assertThat(AmqpFaults.explain(fault(condition, said), HUB))
        .startsWith("Event Hubs (amqp) vigil-ns.servicebus.windows.net/sensors: ")
        .contains(name, said, advice)
        .doesNotContain("errorContext", "\n");
  }

  @Test
  void aMissingIdentityIsNamed() {
    Throwable fault = new ClientAuthenticationException("To mitigate this\nsign in", null);
    assertThat(AmqpFaults.isFatal(fault)).isFalse();
    assertThat(AmqpFaults.explain(fault, HUB))
        .contains("no token of Entra ID (To mitigate this sign in", "az login");
  }

  /** Seen red with: {@code withoutSecrets} that returns its text. */
  @Test
  void secretsAreNotRepeated() {
    String token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln";
    String told =
        AmqpFaults.explain(
            fault(
                AmqpErrorCondition.INTERNAL_ERROR,
                "Endpoint=sb://x/;SharedAccessKey="
                    + KEY
                    + " and bare "
                    + KEY
                    + " and SharedAccessSignature sr=amqp%3A&sig=YWJj%2Bdef%3D&se=1 and "
                    + token),
            HUB);
    assertThat(told)
        .doesNotContain(KEY, "YWJj", token)
        .contains("SharedAccessKey=(secret)", "bare (secret)", "sig=(secret)&se=1", "(token)");
  }

  /** As they come from the client, not as they were made for a test. */
  @Test
  void trueFaultsAreTold() {
    try (AmqpHubServer server = AmqpHubServer.start()) {
      server.createHub("sensors", 1);
      assertThat(told(server.address("sensors", "all", "d3Jvbmc="), "vigil", 0))
          .contains("the key or identity is refused (InvalidSignature")
          .doesNotContain("d3Jvbmc=");
      assertThat(told(server.address("senors"), "vigil", 0)).contains("the hub is unknown");
      assertThat(told(server.address("sensors"), "nobody", 0))
          .contains("the consumer group is unknown");
      assertThat(told(server.address("sensors"), "vigil", 488))
          .contains("no such position", "'488' is invalid");
    }
  }

  private static String told(HubAddress hub, String group, long sequence) {
    EventPosition from =
        sequence == 0 ? EventPosition.earliest() : EventPosition.fromSequenceNumber(sequence);
    try (HubReader reader = new HubReader(hub, group)) {
      Throwable fault = catchThrowable(() -> reader.read(0, from, 1));
      assertThat(AmqpFaults.isFatal(fault)).isTrue();
      return AmqpFaults.explain(fault, hub);
    }
  }
}

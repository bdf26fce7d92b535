package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.flink.util.SerializedThrowable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaFaultsTest {
  private static final String KEY = "qXc0Zm9vYmFyYmF6cXV4Kys9PQ==";
  private static final HubAddress HUB =
      new HubAddress(
          "vigil-ns.servicebus.windows.net",
          "sensors",
          "",
          Secret.of(
              "Endpoint=sb://vigil-ns.servicebus.windows.net/;SharedAccessKeyName=listen;"
                  + "SharedAccessKey="
                  + KEY));

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(new SaslAuthenticationException("Invalid"), false, "refused who we are"),
        fault(new UnknownTopicOrPartitionException("?"), false, "no hub sensors"),
        fault(new TopicAuthorizationException("sensors"), false, "claim Listen"),
        fault(new GroupAuthorizationException("vigil"), false, "consumer group"),
        fault(new RecordTooLargeException("big"), false, "1,046,528 bytes"),
        fault(new SslAuthenticationException("no"), false, "javax.net.ssl.trustStore"),
        fault(new SSLHandshakeException("PKIX"), false, "javax.net.ssl.trustStore"),
        fault(new UnknownHostException("vigil-ns"), false, "name server"),
        fault(
            new ConfigException("No resolvable bootstrap urls given in bootstrap.servers"),
            false,
            "name server"),
        fault(new ConfigException("acks", "some"), false, "namespace and address"),
        fault(new ConnectException("Connection refused"), true, "nobody listens"),
        fault(new NoRouteToHostException("No route"), true, "firewall"),
        fault(new SocketTimeoutException("connect timed out"), true, "no answer"),
        fault(new TimeoutException("Timed out waiting for a node"), true, "port 9093 is open"),
        fault(new DisconnectException("gone"), true, "no answer"),
        fault(new NotLeaderOrFollowerException("moved"), true, "tried again"),
        fault(new EndpointRefused.Encrypted(), false, "take UseDevelopmentEmulator=true out"),
        fault(new EndpointRefused.NotEncrypted(), false, "without TLS"),
        fault(new EndpointRefused.NotKafka("SSH-2.0"), false, "does not speak Kafka"),
        fault(new EndpointRefused.ApiVersionsDropped(3), false, "use eventhubs.protocol: amqp"),
        fault(new IllegalStateException("bug"), false, "unexpected failure"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysInOneLineWhatWasTriedWhatCameBackAndWhatToDo(
      Throwable failure, boolean passing, String words) {
    String line = KafkaFaults.explain(new CompletionException(new KafkaException(failure)), HUB);
    assertThat(line)
        .startsWith("Event Hubs (kafka) vigil-ns.servicebus.windows.net/sensors: ")
        .contains(words, failure.getClass().getSimpleName(), "; ")
        .doesNotContain("\n", "{hub}", "{at}");
    assertThat(KafkaFaults.isPassing(failure)).isEqualTo(passing);
  }

  /**
   * A time-out that was caused by an unknown hub is about the hub. Seen red with: the last fault
   * that fits taken instead of the first.
   */
  @Test
  void theCauseThatSaysMostCounts() {
    assertThat(
            KafkaFaults.explain(
                new TimeoutException("late", new UnknownTopicOrPartitionException("?")), HUB))
        .contains("no hub sensors");
  }

  @Test
  void looksIntoWhatComesBackFromACluster() {
    assertThat(
            KafkaFaults.explain(
                new SerializedThrowable(
                    new KafkaException(new SaslAuthenticationException("Invalid"))),
                HUB))
        .contains("refused who we are");
  }

  @Test
  void aCircleOfCausesEnds() {
    IOException one = new IOException("one");
    one.initCause(new IOException("two", one));
    assertThat(KafkaFaults.explain(one, HUB)).contains("unexpected failure");
  }

  /** Seen red with: only the patterns looked for, not the key itself. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "refused " + KEY + " of listen",
        "username=\"$ConnectionString\" password=\"Endpoint=sb://x/;SharedAccessKey=" + KEY + "\";",
        "bad SharedAccessKey=" + KEY + ";EntityPath=sensors",
        "SharedAccessSignature sr=x&sig=" + KEY + "&se=1",
        "Authorization: Bearer " + KEY,
        "token eyJhbGciOiJub25lIn0." + "qXc0Zm9vYmFyYmF6cXV4Kys9PQ.",
      })
  void secretsAreTakenOut(String message) {
    String line = KafkaFaults.explain(new KafkaException(message), HUB);
    assertThat(line).contains("(secret)").doesNotContain("qXc0Zm9v");
  }

  @Test
  void secretsOfOthersAreTakenOutToo() {
    HubAddress another = new HubAddress("ns", "sensors", "", Secret.NONE);
    assertThat(
            KafkaFaults.explain(
                new KafkaException("SharedAccessKeyName=send;SharedAccessKey=" + KEY), another))
        .contains("SharedAccessKeyName=send;SharedAccessKey=(secret)")
        .doesNotContain("qXc0Zm9v");
  }

  private static Arguments fault(Throwable failure, boolean passing, String words) {
    return Arguments.of(failure, passing, words);
  }
}

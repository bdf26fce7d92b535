package io.vigil.source.kafka;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * What can go wrong between us and a hub's Kafka endpoint, in the order in which it is looked for.
 * In the words, {@code {hub}} and {@code {at}} stand for the hub's name and {@code host:port}.
 */
enum KafkaFault {
  NO_TOKEN(
      false,
      "Entra ID gave no token",
      "give this machine an identity with the role Azure Event Hubs Data Receiver (to send: Data"
          + " Sender), or set a connection string"),
  WRONG_KEY(
      false,
      "{at} refused who we are",
      "copy the connection string again from the namespace's shared access policies (for an identity:"
          + " give it the role Azure Event Hubs Data Receiver, to send: Data Sender)",
      SaslAuthenticationException.class),
  UNKNOWN_HUB(
      false,
      "{at} has no hub {hub}",
      "check the hub's name, or make it: a hub is not made by being asked for",
      UnknownTopicOrPartitionException.class,
      InvalidTopicException.class),
  NO_RIGHT_TO_HUB(
      false,
      "we may not do this with the hub {hub}",
      "use a shared access policy with the claim Listen (to send: Send)",
      TopicAuthorizationException.class),
  NO_RIGHT_TO_GROUP(
      false,
      "we may not use this consumer group of the hub {hub}",
      "use a shared access policy with the claim Listen, or another consumer group",
      GroupAuthorizationException.class),
  TOO_LARGE(
      false,
      "a message is larger than the hub takes",
      "send smaller messages: 1,046,528 bytes at most, a second of samples is far below",
      RecordTooLargeException.class),
  NOT_ENCRYPTED(
      false,
      "{at} speaks Kafka, but without TLS",
      "connect to the port that has TLS, or for a local server add UseDevelopmentEmulator=true to the"
          + " connection string",
      EndpointRefused.NotEncrypted.class),
  ENCRYPTED(
      false,
      "{at} expects TLS, and we were told to do without",
      "take UseDevelopmentEmulator=true out of the connection string, or connect to the port without"
          + " TLS",
      EndpointRefused.Encrypted.class),
  NOT_KAFKA(
      false,
      "what answers at {at} does not speak Kafka",
      "connect to port 9093 of the namespace",
      EndpointRefused.NotKafka.class),
  API_VERSIONS_DROPPED(
      false,
      "{at} drops the connection when it is asked for its versions (ApiVersions), as Event Hubs was seen"
          + " to do with Kafka clients that are newer than it knows",
      "use eventhubs.protocol: amqp",
      EndpointRefused.ApiVersionsDropped.class),
  TLS_REFUSED(
      false,
      "no TLS connection to {at} came about",
      "add the authority that signed the server's certificate to Java's trust store"
          + " (javax.net.ssl.trustStore), check the host name, and whether the port has TLS",
      SslAuthenticationException.class,
      SSLException.class),
  UNKNOWN_HOST(
      false,
      "the host of {at} is not known",
      "check the namespace and this machine's name server",
      UnknownHostException.class),
  REFUSED(
      true,
      "nobody listens at {at}",
      "check host and port, and whether a firewall is in between",
      ConnectException.class,
      NoRouteToHostException.class),
  TOO_OLD(
      false,
      "{at} does not know a request that the client needs",
      "use eventhubs.protocol: amqp",
      UnsupportedVersionException.class),
  SILENT(
      true,
      "no answer from {at} in time",
      "check that port 9093 is open from here; vigil doctor looks closer; where it stays so use"
          + " eventhubs.protocol: amqp",
      TimeoutException.class,
      SocketTimeoutException.class,
      DisconnectException.class),
  BUSY(
      true,
      "{at} asks us to be slower",
      "nothing if it passes; otherwise give the namespace more throughput units",
      ThrottlingQuotaExceededException.class),
  WRONG_SETTING(
      false,
      "the Kafka client does not take its settings",
      "check namespace and address",
      ConfigException.class),
  PASSING(
      true,
      "{at} could not do it for now",
      "nothing if it passes: it is tried again",
      RetriableException.class),
  OTHER(false, "an unexpected failure at {at}", "vigil doctor looks closer");

  private final boolean passing;
  private final String cameBack;
  private final String advice;
  private final List<Class<? extends Throwable>> seenAs;

  @SafeVarargs
  KafkaFault(
      boolean passing, String cameBack, String advice, Class<? extends Throwable>... seenAs) {
    this.passing = passing;
    this.cameBack = cameBack;
    this.advice = advice;
    this.seenAs = List.of(seenAs);
  }

  /** Whether it may be gone when it is tried again. */
  boolean isPassing() {
    return passing;
  }

  String cameBack() {
    return cameBack;
  }

  String advice() {
    return advice;
  }

  /** The fault that this one throwable stands for; {@link #OTHER} where there is none. */
  static KafkaFault of(Throwable seen) {
    String message = String.valueOf(seen.getMessage());
    if (message.startsWith(KafkaFaults.NO_TOKEN)) {
      return NO_TOKEN;
    } else if (seen instanceof ConfigException && message.startsWith("No resolvable bootstrap")) {
      return UNKNOWN_HOST;
    }
    return Arrays.stream(values())
        .filter(fault -> fault.seenAs.stream().anyMatch(type -> type.isInstance(seen)))
        .findFirst()
        .orElse(OTHER);
  }
}

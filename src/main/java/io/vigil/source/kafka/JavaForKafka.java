package io.vigil.source.kafka;

import io.vigil.settings.Finding;
import io.vigil.source.HubAddress;
import java.util.Optional;

/**
 * Whether this Java can run the Kafka client: 3.8.1 logs in by a call that Java 24 has taken away,
 * and then only ever says that nothing answers.
 */
public final class JavaForKafka {
  /** The newest Java on which the client can log in. */
  public static final int NEWEST = 23;

  /** What is wrong with a Java, if something is. */
  public static Optional<Finding> finding(HubAddress hub, int java) {
    return java <= NEWEST
        ? Optional.empty()
        : Optional.of(
            Finding.wrong(
                KafkaFaults.tried(hub, "log in"),
                "this is Java %d, and the Kafka client can log in up to Java %d"
                    .formatted(java, NEWEST),
                "run on Java 17 or 21, or set eventhubs.protocol to amqp"));
  }

  /** What is wrong with the Java that runs. */
  public static Optional<Finding> finding(HubAddress hub) {
    return finding(hub, Runtime.version().feature());
  }

  private JavaForKafka() {}
}

package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.publish.KafkaPublisher;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is logged at whatever level, the key is not in it. */
@Timeout(240)
@NeedsKafkaLogin
class SecretsInLogsTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  /** Seen red with: the settings themselves logged by {@code KafkaHub}. */
  @Test
  void noLineHoldsTheKey(@TempDir Path folder) throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(folder)) {
      broker.createHub("sensors", 1);
      HubAddress hub = broker.address("sensors");
      Queue<String> lines = new ConcurrentLinkedQueue<>();
      try (Capture capture = new Capture(lines)) {
        try (KafkaPublisher publisher = KafkaPublisher.open(hub)) {
          publisher.send("p1", new byte[] {1});
          publisher.flush();
        }
        HubReading reading = HubReading.from(StartFrom.earliest()).toTheEnd();
        assertThat(HubJob.readAll(KafkaHub.source(hub, reading))).hasSize(1);
        KafkaCheck.run(hub, reading);
      }
      // The clients do log their settings, so that an empty log would prove nothing.
      assertThat(lines).anyMatch(line -> line.contains("sasl.jaas.config = [hidden]"));
      assertThat(lines).noneMatch(line -> line.contains(key(hub)));
      assertThat(List.of(hub.toString(), hub.connectionString().toString()))
          .noneMatch(text -> text.contains(key(hub)));
    }
  }

  private static String key(HubAddress hub) {
    String connectionString = hub.connectionString().reveal();
    int begin = connectionString.indexOf("SharedAccessKey=") + "SharedAccessKey=".length();
    return connectionString.substring(begin, connectionString.indexOf(';', begin));
  }

  /** Keeps everything that clients, connector and Vigil log, until it is closed. */
  private static final class Capture extends AbstractAppender implements AutoCloseable {
    private static final List<String> LOGGERS =
        List.of(
            "org.apache.kafka.clients", "org.apache.kafka.common", "org.apache.flink", "io.vigil");

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Queue<String> lines;

    Capture(Queue<String> lines) {
      super("capture", null, PatternLayout.createDefaultLayout(), true, Property.EMPTY_ARRAY);
      this.lines = lines;
      start();
      for (String name : LOGGERS) {
        LoggerConfig logger = new LoggerConfig(name, Level.ALL, false);
        logger.addAppender(this, Level.ALL, null);
        context.getConfiguration().addLogger(name, logger);
      }
      context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
      String thrown = event.getThrown() == null ? "" : event.getThrown().toString();
      lines.add(event.getMessage().getFormattedMessage() + thrown);
    }

    @Override
    public void close() {
      LOGGERS.forEach(name -> context.getConfiguration().removeLogger(name));
      context.updateLoggers();
      stop();
    }
  }
}

package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** What a pod logs is one line of JSON, whatever is said. */
class JsonLogTest {

  /** Seen red with: a PatternLayout in the file. */
  @Test
  void lineIsJson() throws Exception {
    URI file = FlinkConfigTest.folder().resolve("log4j-console.properties").toUri();
    try (LoggerContext context = new LoggerContext("json-log-test")) {
      Configuration configuration =
          ConfigurationFactory.getInstance().getConfiguration(context, "json-log-test", file);
      context.start(configuration);
      String said = "two \"lines\"\nwith a \\";
      byte[] line =
          configuration
              .getAppender("Console")
              .getLayout()
              .toByteArray(
                  Log4jLogEvent.newBuilder()
                      .setLoggerName("io.vigil.Said")
                      .setLevel(Level.WARN)
                      .setMessage(new SimpleMessage(said))
                      .setThrown(new IllegalStateException("why"))
                      .build());
      String text = new String(line, StandardCharsets.UTF_8);
      JsonNode json = new ObjectMapper().readTree(text);

      assertThat(text.strip().lines()).hasSize(1);
      assertThat(json.path("message").asText()).isEqualTo(said);
      assertThat(json.path("log.level").asText()).isEqualTo("WARN");
      assertThat(json.toString()).contains("why").contains("@timestamp");
    }
  }
}

package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.Severity;
import io.vigil.feed.hook.Reply.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither the secret that signs nor the token in an address is in a log or a status. */
class SecretsOfHooksTest {
  private static final Hook HOOK =
      Hooks.to("all", URI.create("http://localhost:9/in/T0KEN?key=T0KEN"), Interest.EVERYBODY);

  @TempDir Path folder;

  /** Seen red with: a hook printed with its target. */
  @Test
  void theyAreNeitherLoggedNorTold() {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    Story dead = Story.of("p1").fall(0, Severity.CRITICAL);
    Story gone = Story.of("p2").fall(0, Severity.CRITICAL);
    try (Capture capture = new Capture(lines);
        Plot plot = new Plot(folder, HOOK)) {
      plot.answering(404).tell(dead.events()).run();
      plot.answering(new Reply(Verdict.GONE, "answered 410", Optional.empty()))
          .tell(gone.events())
          .run();
      assertThat(plot.statuses(dead).toString() + plot.statuses(gone) + HOOK)
          .doesNotContain("T0KEN", "MfKQ9r8");
    }
    // A log without any line would prove nothing.
    assertThat(lines).anyMatch(line -> line.contains("404")).anyMatch(line -> line.contains("410"));
    assertThat(lines).noneMatch(line -> line.contains("T0KEN") || line.contains("MfKQ9r8"));
  }

  /** Keeps everything that hooks log, until it is closed. */
  private static final class Capture extends AbstractAppender implements AutoCloseable {
    private static final String LOGGER = "io.vigil.feed.hook";

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Queue<String> lines;

    Capture(Queue<String> lines) {
      super("hooks", null, PatternLayout.createDefaultLayout(), true, Property.EMPTY_ARRAY);
      this.lines = lines;
      start();
      LoggerConfig logger = new LoggerConfig(LOGGER, Level.ALL, false);
      logger.addAppender(this, Level.ALL, null);
      context.getConfiguration().addLogger(LOGGER, logger);
      context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
      lines.add(event.getMessage().getFormattedMessage() + event.getThrown());
    }

    @Override
    public void close() {
      context.getConfiguration().removeLogger(LOGGER);
      context.updateLoggers();
      stop();
    }
  }
}

package io.vigil.alert;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.RawMessage;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads commands; what is none leaves as a dead letter by a side output. */
public final class CommandFunction extends ProcessFunction<RawMessage, Command> {
  private static final long serialVersionUID = 1L;

  /** What is no command. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("refused-commands", TypeInformation.of(DeadLetter.class));

  private transient Counter deadLetters;

  @Override
  public void open(OpenContext context) {
    deadLetters =
        Metrics.counter(getRuntimeContext().getMetricGroup(), JobMetric.DEAD_LETTERS, "NO_COMMAND");
  }

  @Override
  public void processElement(RawMessage message, Context context, Collector<Command> out) {
    try {
      out.collect(CommandMessages.read(message.payload()));
    } catch (IllegalArgumentException e) {
      deadLetters.inc();
      context.output(DEAD_LETTERS, notACommand(message, e));
    }
  }

  private static DeadLetter notACommand(RawMessage message, IllegalArgumentException cause) {
    return new DeadLetter(
        DeadLetter.Kind.INVALID,
        "",
        message.source(),
        message.position(),
        cause.getMessage() + "; the command is not followed",
        0,
        message.payload());
  }
}

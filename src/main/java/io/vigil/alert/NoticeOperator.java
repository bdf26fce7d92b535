package io.vigil.alert;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Hands rules on and, in a live job, asks every ten seconds whether all live. In a replay nobody
 * asks, because it ends.
 *
 * <p>An operator and not a function, because only an operator may have a timer without a key.
 */
public final class NoticeOperator extends AbstractStreamOperator<Notice>
    implements OneInputStreamOperator<String, Notice>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** How often it is asked. */
  public static final Duration EVERY = Duration.ofSeconds(10);

  private final boolean live;
  private transient boolean ended;

  NoticeOperator(boolean live) {
    this.live = live;
  }

  /** Puts the operator behind the rules; name, uid and parallelism are the caller's. */
  public static SingleOutputStreamOperator<Notice> of(
      DataStream<String> rules, AlertSettings settings) {
    return rules.transform(
        "notices", TypeInformation.of(Notice.class), new NoticeOperator(!settings.replay()));
  }

  @Override
  public void open() throws Exception {
    super.open();
    if (live) {
      askIn(0);
    }
  }

  private void askIn(long millis) {
    long next = getProcessingTimeService().getCurrentProcessingTime() + millis;
    getProcessingTimeService().registerTimer(next, this::ask);
  }

  private void ask(long due) {
    if (!ended) {
      // When it is asked, not when it was due: a job that was asleep must not look alive.
      long now = getProcessingTimeService().getCurrentProcessingTime();
      output.collect(new StreamRecord<>(Notice.tick(now * 1000)));
      askIn(EVERY.toMillis());
    }
  }

  @Override
  public void processElement(StreamRecord<String> rules) {
    output.collect(new StreamRecord<>(Notice.rules(rules.getValue())));
  }

  @Override
  public void endInput() {
    ended = true;
  }
}

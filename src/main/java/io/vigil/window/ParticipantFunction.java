package io.vigil.window;

import io.vigil.erasure.Cleared;
import io.vigil.sensor.Erasable;
import io.vigil.sensor.packed.PackedSerializer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * A step of the job that remembers one thing of each participant, until the input has ended.
 *
 * <p>Its one timer a participant stands at the end of time: it fires when the input has ended, and
 * never while a job is live. After it nothing is remembered, and neither after word of an erasure.
 *
 * @param <S> what is remembered of a participant
 * @param <I> what comes in
 * @param <O> what goes out
 */
public abstract class ParticipantFunction<S, I extends Erasable, O>
    extends KeyedProcessFunction<String, I, O> {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  /** That a participant was forgotten, where this is the last step to know them. */
  public static final OutputTag<Cleared> CLEARED =
      new OutputTag<>("cleared", TypeInformation.of(Cleared.class));

  private final String name;
  private final Class<S> type;
  private final SerializableSupplier<S> first;
  private transient ValueState<S> states;

  /**
   * @param name of the state in checkpoints; never changed
   * @param first what is remembered of a participant who was not seen before
   */
  protected ParticipantFunction(String name, Class<S> type, SerializableSupplier<S> first) {
    this.name = name;
    this.type = type;
    this.first = first;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    states =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>(name, new PackedSerializer<>(type)));
  }

  /** Takes in what comes next of a participant, and changes what is remembered. */
  protected abstract void process(I value, S state, Context context, Collector<O> out);

  /** Hands on what is left of a participant, because no more will come. */
  protected void finish(String participantId, S state, Context context, Collector<O> out) {}

  /** The wall clock, microseconds since the epoch (UTC). */
  protected final long now(Context context) {
    return context.timerService().currentProcessingTime() * 1000;
  }

  /** Hands word of an erasure on, once the participant is forgotten here. */
  protected abstract void erased(I word, Context context, Collector<O> out);

  @Override
  public final void processElement(I value, Context context, Collector<O> out) throws Exception {
    if (value.isErasure()) {
      states.clear();
      context.timerService().deleteEventTimeTimer(END_OF_INPUT);
      erased(value, context, out);
      return;
    }
    S state = states.value();
    if (state == null) {
      state = first.get();
      context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }
    process(value, state, context, out);
    states.update(state);
  }

  @Override
  public final void onTimer(long timestamp, OnTimerContext context, Collector<O> out)
      throws Exception {
    finish(context.getCurrentKey(), states.value(), context, out);
    states.clear();
  }
}

package io.vigil.window;

import io.vigil.erasure.Cleared;
import io.vigil.sensor.Erasable;
import io.vigil.sensor.packed.PackedSerializer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * A step of the job that remembers one thing of each participant, until the input has ended.
 *
 * <p>Its timer of event time a participant stands at the end of time: it fires when the input has
 * ended, and never while a job is live. After it nothing is remembered, and neither after word of
 * an erasure, nor after word that a participant is gone, whose input has ended by that.
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

  /** Answers an erasure, where this is the last step to know the participant. */
  protected final void answer(I word, Cleared.Step step, Context context) {
    if (!word.isGone()) {
      context.output(CLEARED, new Cleared(word.erasure(), step, now(context)));
    }
  }

  /**
   * Looks again at a moment of the wall clock that was asked for.
   *
   * @return whether the participant is still remembered
   */
  protected boolean look(S state, OnTimerContext context, Collector<O> out) {
    return true;
  }

  /** Gives up what else than the state there is of a participant: timers of the wall clock. */
  protected void letGo(S state, Context context) {}

  /** Forgets a participant, and hands on why. */
  protected final void forget(I word, S state, Context context, Collector<O> out) {
    if (state != null) {
      if (word.isGone()) {
        finish(context.getCurrentKey(), state, context, out);
      }
      letGo(state, context);
      states.clear();
      context.timerService().deleteEventTimeTimer(END_OF_INPUT);
    }
    erased(word, context, out);
  }

  @Override
  public final void processElement(I value, Context context, Collector<O> out) throws Exception {
    S state = states.value();
    if (value.isErasure()) {
      forget(value, state, context, out);
      return;
    }
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
    S state = states.value();
    if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      if (state != null && look(state, context, out)) {
        states.update(state);
      }
      return;
    }
    finish(context.getCurrentKey(), state, context, out);
    letGo(state, context);
    states.clear();
  }
}

package io.vigil.window;

import io.vigil.erasure.Cleared;
import io.vigil.kept.KeptState;
import io.vigil.kept.Remembering;
import io.vigil.sensor.Erasable;
import io.vigil.sensor.packed.PackedSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * A step of the job that remembers one thing of each participant, until word comes that they are to
 * be forgotten: of an erasure, that they are gone, or that the input has ended.
 *
 * @param <S> what is remembered of a participant
 * @param <I> what comes in
 * @param <O> what goes out
 */
public abstract class ParticipantFunction<S, I extends Erasable, O>
    extends KeyedProcessFunction<String, I, O> implements Remembering {
  private static final long serialVersionUID = 1L;

  /** The timer of event time that fires when the input has ended, and never while a job is live. */
  protected static final long END_OF_INPUT = Long.MAX_VALUE;

  /** That a participant was forgotten, where this is the last step to know them. */
  public static final OutputTag<Cleared> CLEARED =
      new OutputTag<>("cleared", TypeInformation.of(Cleared.class));

  private final String name;
  private final Class<S> type;
  private final SerializableSupplier<S> first;
  private transient KeptState<S> states;

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
        new KeptState<>(
            getRuntimeContext()
                .getState(new ValueStateDescriptor<>(name, new PackedSerializer<>(type))));
  }

  @Override
  public final List<KeptState<?>> remembered() {
    return List.of(states);
  }

  /** Begins with a participant of whom nothing is remembered. */
  protected void begin(Context context) {}

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
    if (word.isAsked()) {
      context.output(CLEARED, new Cleared(word.erasure(), step, now(context)));
    }
  }

  /** Gives up what else than the state there is of a participant: timers of the wall clock. */
  protected void letGo(S state, Context context) {}

  /** What is remembered of the participant at hand, or null. */
  protected final S state() throws IOException {
    return states.value();
  }

  /** Remembers it of the participant at hand. */
  protected final void remember(S state) throws IOException {
    states.update(state);
  }

  /** Forgets a participant, and hands on why. */
  protected final void forget(I word, S state, Context context, Collector<O> out) {
    if (state != null) {
      if (!word.isAsked()) {
        finish(context.getCurrentKey(), state, context, out);
      }
      letGo(state, context);
      states.clear();
      // Every step has one in savepoints of 0.1.0.
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
      begin(context);
    }
    process(value, state, context, out);
    states.update(state);
  }
}

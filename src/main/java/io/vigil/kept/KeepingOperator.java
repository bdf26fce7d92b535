package io.vigil.kept;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/** Processes keyed records, and keeps for the function what it remembers. */
public final class KeepingOperator<K, I, O> extends KeyedProcessOperator<K, I, O> {
  private static final long serialVersionUID = 1L;

  private transient Keeper keeper;

  <F extends KeyedProcessFunction<K, I, O> & Remembering> KeepingOperator(F function) {
    super(function);
  }

  /** As {@link KeyedStream#process(KeyedProcessFunction)} does, with what is kept. */
  public static <K, I, O, F extends KeyedProcessFunction<K, I, O> & Remembering>
      SingleOutputStreamOperator<O> process(KeyedStream<I, K> stream, F function) {
    TypeInformation<O> out =
        TypeExtractor.getUnaryOperatorReturnType(
            function,
            KeyedProcessFunction.class,
            1,
            2,
            TypeExtractor.NO_INDEX,
            stream.getType(),
            null,
            false);
    return stream.transform("KeyedProcess", out, new KeepingOperator<>(function));
  }

  @Override
  public void open() throws Exception {
    super.open();
    keeper = Keeper.of(this, (Remembering) userFunction);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    keeper.write();
  }
}

package io.vigil.kept;

import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/** Processes keyed records beside broadcast ones, and keeps for the function what it remembers. */
public final class KeepingBroadcastOperator<K, I, B, O>
    extends CoBroadcastWithKeyedOperator<K, I, B, O> {
  private static final long serialVersionUID = 1L;

  private transient Keeper keeper;

  <F extends KeyedBroadcastProcessFunction<K, I, B, O> & Remembering> KeepingBroadcastOperator(
      F function, List<MapStateDescriptor<?, ?>> broadcast) {
    super(function, broadcast);
  }

  /** As Flink does for a keyed stream that is connected with a broadcast one, with what is kept. */
  public static <K, I, B, O, F extends KeyedBroadcastProcessFunction<K, I, B, O> & Remembering>
      SingleOutputStreamOperator<O> process(
          KeyedStream<I, K> stream,
          DataStream<B> broadcast,
          MapStateDescriptor<?, ?> heard,
          F function) {
    TypeInformation<O> out =
        TypeExtractor.getBinaryOperatorReturnType(
            function,
            KeyedBroadcastProcessFunction.class,
            1,
            2,
            3,
            TypeExtractor.NO_INDEX,
            stream.getType(),
            broadcast.getType(),
            null,
            false);
    return stream
        .connect(broadcast.broadcast())
        .transform(
            "Co-Process-Broadcast-Keyed",
            out,
            new KeepingBroadcastOperator<>(function, List.of(heard)));
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

package io.vigil;

import io.vigil.alert.Command;
import io.vigil.erasure.DoorFunction;
import io.vigil.erasure.ErasedFilterFunction;
import io.vigil.erasure.Erasure;
import io.vigil.erasure.ErasureFunction;
import io.vigil.erasure.ErasureReader;
import io.vigil.model.Takeover;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.SampleBatch;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Where erasures come into the job: at the door, which all samples pass, and beside it at the three
 * other ways by which a participant's name comes in. All of it reads erasures and keeps none.
 *
 * @param asked the erasures
 * @param known asked whenever a task starts
 */
record ErasureStreams(DataStream<Erasure> asked, ErasureReader known) {

  static ErasureStreams of(JobInputs.Erasures inputs) {
    return new ErasureStreams(
        inputs.stream()
            .flatMap(new ErasureFunction())
            .setParallelism(1)
            .name("erasures")
            .uid("erasures"),
        inputs.known());
  }

  /** The samples of all but the erased, and word of who is erased, as the shuffle laid them. */
  SingleOutputStreamOperator<SampleBatch> door(DataStream<SampleBatch> samples) {
    return samples
        .keyBy(SampleBatch::participantId)
        .connect(everywhere())
        .process(new DoorFunction(known))
        .name("door")
        .uid("door");
  }

  /** The commands about all but the erased. */
  DataStream<Command> commands(DataStream<Command> commands) {
    return commands
        .connect(everywhere())
        .process(
            new ErasedFilterFunction<>(
                known, Command::participantId, command -> Optional.<Command>empty()))
        .returns(Command.class)
        .name("welcome-commands")
        .uid("welcome-commands");
  }

  /** All letters, those of the erased without a word of what was in them. */
  DataStream<DeadLetter> deadLetters(DataStream<DeadLetter> letters) {
    return letters
        .connect(everywhere())
        .process(
            new ErasedFilterFunction<>(
                known, DeadLetter::participantId, letter -> Optional.of(letter.erased())))
        .returns(DeadLetter.class)
        .name("erased-letters")
        .uid("erased-letters");
  }

  /** The takeovers, and word of whose place is to be forgotten. */
  DataStream<Takeover> takeovers(DataStream<Takeover> promoted) {
    return promoted.union(
        asked
            .filter(erasure -> !erasure.lifted())
            .setParallelism(1)
            .name("not-lifted")
            .uid("not-lifted")
            .map(erasure -> Takeover.erasure(erasure.participantId()))
            .returns(Takeover.class)
            .setParallelism(1)
            .name("erased-places")
            .uid("erased-places"));
  }

  private BroadcastStream<Erasure> everywhere() {
    return asked.broadcast(DoorFunction.NOTHING);
  }
}

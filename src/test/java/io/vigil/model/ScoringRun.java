package io.vigil.model;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.sensor.Erasable;
import io.vigil.train.SyntheticWindows;
import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One task of the scoring, fed by hand. */
final class ScoringRun implements AutoCloseable {
  static final int MOST_TASKS = 16;
  static final ModelArtifact OLD = TrainedModels.forest(1, 10, 12, FeatureExtractor.SCHEMA);
  static final ModelArtifact NEW = TrainedModels.forest(2, 5, 12, FeatureExtractor.SCHEMA);
  static final ModelArtifact OTHER = TrainedModels.forest(3, 3, 12, FeatureExtractor.SCHEMA);

  /** A registry that cannot be read. */
  static final TakeoverReader AWAY =
      revision -> {
        throw new IOException("The registry is away");
      };

  /** What a task is in: a job where models take over, or one where nobody can. */
  enum Shell {
    FOLLOWING,
    FIXED;

    /** The only task, with one model; nobody promotes another. */
    ScoringRun with(ModelArtifact model) throws Exception {
      return with(List.of(Takeover.always(model.toBytes())));
    }

    /** The same with these from the start. */
    ScoringRun with(List<Takeover> atStart) throws Exception {
      return this == FIXED
          ? new ScoringRun(oneInput(new FixedScoringFunction(atStart, Cohorts.NONE)))
          : new ScoringRun(
              broadcast(new ScoringFunction(atStart, revision -> List.of(), Cohorts.NONE), 1, 0));
    }
  }

  final AbstractStreamOperatorTestHarness<Scored> harness;

  private ScoringRun(AbstractStreamOperatorTestHarness<Scored> harness) {
    this.harness = harness;
    // On disk: on the heap, what is not written back is kept as well.
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
  }

  private static KeyedBroadcastOperatorTestHarness<String, Measured, Takeover, Scored> broadcast(
      ScoringFunction function, int tasks, int task) throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(function, List.of(ScoringFunction.TAKEOVERS)),
        Measured::participantId,
        Types.STRING,
        MOST_TASKS,
        tasks,
        task);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Measured, Scored> oneInput(
      FixedScoringFunction function) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(function),
        Measured::participantId,
        Types.STRING,
        MOST_TASKS,
        1,
        0);
  }

  /** The only task, with one model and nobody who promotes another. */
  static ScoringRun fixed(ModelArtifact model) throws Exception {
    return Shell.FIXED.with(model);
  }

  /** A task of a job that follows a registry and began with {@link #OLD}. */
  static ScoringRun following(TakeoverReader registry, int tasks, int task) throws Exception {
    return new ScoringRun(
        broadcast(
            new ScoringFunction(List.of(Takeover.always(OLD.toBytes())), registry, Cohorts.NONE),
            tasks,
            task));
  }

  /** The only one. */
  static ScoringRun following(TakeoverReader registry) throws Exception {
    return following(registry, 1, 0);
  }

  ScoringRun opened() throws Exception {
    harness.open();
    return this;
  }

  ScoringRun openedAt(OperatorSubtaskState checkpoint) throws Exception {
    harness.initializeState(checkpoint);
    harness.open();
    return this;
  }

  /** Broadcast. */
  void hear(Takeover takeover) throws Exception {
    following().processBroadcastElement(new StreamRecord<>(takeover));
  }

  BroadcastState<Long, Takeover> kept() throws Exception {
    return following().getBroadcastState(ScoringFunction.TAKEOVERS);
  }

  @SuppressWarnings("unchecked") // The other harness hears of no takeovers.
  private KeyedBroadcastOperatorTestHarness<String, Measured, Takeover, Scored> following() {
    return (KeyedBroadcastOperatorTestHarness<String, Measured, Takeover, Scored>) harness;
  }

  void window(FeatureVector window) throws Exception {
    StreamRecord<Measured> measured = new StreamRecord<>(new Measured(null, window));
    if (harness instanceof KeyedOneInputStreamOperatorTestHarness<?, ?, ?>) {
      fixed().processElement(measured);
    } else {
      following().processElement(measured);
    }
  }

  @SuppressWarnings("unchecked") // Asked first.
  private KeyedOneInputStreamOperatorTestHarness<String, Measured, Scored> fixed() {
    return (KeyedOneInputStreamOperatorTestHarness<String, Measured, Scored>) harness;
  }

  /** Word that a participant is to be forgotten. */
  void erase(String participantId) throws Exception {
    word(participantId, "e1");
  }

  /** Word that the input has ended. */
  void end(String participantId) throws Exception {
    word(participantId, Erasable.END);
  }

  private void word(String participantId, String id) throws Exception {
    window(new FeatureVector(participantId, Long.MIN_VALUE, Long.MIN_VALUE, id, new double[0]));
  }

  void windows(List<FeatureVector> windows) throws Exception {
    for (FeatureVector window : windows) {
      window(window);
    }
  }

  /** How many participants something is remembered of, once for each thing. */
  long remembered() {
    KeyedStateBackend<?> backend =
        ((AbstractStreamOperator<?>) harness.getOperator()).getKeyedStateBackend();
    return Stream.of("scoring", "shadow")
        .mapToLong(name -> backend.getKeys(name, VoidNamespace.INSTANCE).count())
        .sum();
  }

  /** All since the task began. */
  List<Prediction> predictions() {
    return harness.extractOutputStreamRecords().stream()
        .map(StreamRecord::getValue)
        .map(Scored.class::cast)
        .map(Scored::prediction)
        .toList();
  }

  /** Which models said them. */
  List<String> models() {
    return predictions().stream().map(prediction -> prediction.model().sha256()).toList();
  }

  static String sha256(ModelArtifact model) {
    return model.id().sha256();
  }

  static Takeover champion(long revision, long from, ModelArtifact model) {
    return new Takeover(revision, from, "champion", model.toBytes());
  }

  /** Thirty windows, a second apart. */
  static List<FeatureVector> windowsOf(String participantId) {
    return SyntheticWindows.of(9, 6, FeatureExtractor.SCHEMA, participantId);
  }

  /** In which task a participant is. */
  static int taskOf(String participantId, int tasks) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(participantId, MOST_TASKS, tasks);
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}

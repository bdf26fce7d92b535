package io.vigil;

import static io.vigil.Lanes.sameKey;

import io.vigil.alert.Incident;
import io.vigil.alert.ModelIncidentFunction;
import io.vigil.feature.Measured;
import io.vigil.kept.KeepingBroadcastOperator;
import io.vigil.kept.KeepingOperator;
import io.vigil.model.FixedScoringFunction;
import io.vigil.model.Scored;
import io.vigil.model.ScoringFunction;
import io.vigil.model.Shadow;
import io.vigil.model.ShadowFunction;
import io.vigil.model.Takeover;
import io.vigil.model.TakeoverFunction;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Models that score, and those that take over. */
final class ModelSteps {
  static SingleOutputStreamOperator<Scored> scored(
      DataStream<Measured> measured, DataStream<Takeover> takeovers, ScoringFunction scoring) {
    return KeepingBroadcastOperator.process(
            sameKey(measured, Measured::participantId),
            takeovers,
            ScoringFunction.TAKEOVERS,
            scoring)
        .name("score")
        .uid("score");
  }

  /** Where nobody takes over: a broadcast input would keep it from being chained. */
  static SingleOutputStreamOperator<Scored> scored(
      DataStream<Measured> measured, List<Takeover> models, JobSettings settings) {
    return KeepingOperator.process(
            sameKey(measured, Measured::participantId),
            new FixedScoringFunction(models, settings.cohorts()))
        .name("score")
        .uid("score");
  }

  /**
   * One door for the whole job, so that what is refused is told once. Its maximum is that of the
   * job, because the first release had it in the task of its source.
   */
  static SingleOutputStreamOperator<Takeover> takeovers(DataStream<Takeover> promoted) {
    return promoted
        .process(new TakeoverFunction())
        .setParallelism(1)
        .name("takeovers")
        .uid("takeovers");
  }

  static SingleOutputStreamOperator<Incident> refusals(
      SingleOutputStreamOperator<Takeover> takeovers, JobSettings settings) {
    return takeovers
        .getSideOutput(TakeoverFunction.VERDICTS)
        .map(new ModelIncidentFunction(settings.alerts()))
        .setParallelism(1)
        .name("refused-models")
        .uid("refused-models");
  }

  /** What the challenger says beside the models in force: counted, and written nowhere. */
  static SingleOutputStreamOperator<Shadow> shadowed(SingleOutputStreamOperator<Scored> scored) {
    return scored
        .getSideOutput(ScoringFunction.SHADOWS)
        .process(new ShadowFunction())
        .name("shadow")
        .uid("shadow");
  }

  private ModelSteps() {}
}

package io.vigil;

import static io.vigil.Lanes.once;
import static io.vigil.Lanes.sameKey;

import io.vigil.kept.KeepingOperator;
import io.vigil.learn.drift.DayHealth;
import io.vigil.learn.drift.DayProfile;
import io.vigil.learn.drift.DriftFunction;
import io.vigil.learn.drift.HealthFunction;
import io.vigil.model.Scored;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** What becomes of days, a participant's and everybody's. */
final class DaySteps {
  /** Participants' days as they end, beside what the model's training lets expect. */
  static SingleOutputStreamOperator<DayProfile> days(DataStream<Scored> scored) {
    return KeepingOperator.process(sameKey(scored, Scored::participantId), new DriftFunction())
        .name("drift")
        .uid("drift");
  }

  /** One for the whole job, because a day is everybody's. */
  static SingleOutputStreamOperator<DayHealth> health(
      DataStream<DayProfile> days, JobSettings settings) {
    return once(
        days.keyBy(day -> "")
            .process(new HealthFunction(settings.alerts().replay()))
            .name("health")
            .uid("health"));
  }

  private DaySteps() {}
}

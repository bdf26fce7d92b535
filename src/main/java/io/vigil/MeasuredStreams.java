package io.vigil;

import io.vigil.feature.FeatureFunction;
import io.vigil.feature.LearnedReference;
import io.vigil.feature.Measured;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What is measured of files.
 *
 * @param windows with their features
 * @param learned of each wearer, once the input has ended
 */
public record MeasuredStreams(DataStream<Measured> windows, DataStream<LearnedReference> learned) {

  static MeasuredStreams of(SingleOutputStreamOperator<Measured> features) {
    return new MeasuredStreams(
        Lanes.withoutWords(features), features.getSideOutput(FeatureFunction.LEARNED));
  }
}

package io.vigil.lake;

import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.Measured;
import io.vigil.learn.Example;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Tells Parquet's writer how examples become rows. */
final class RowWriting extends WriteSupport<Example> {
  /** In a file's metadata: the names of the features that this build computes, behind its hash. */
  static final String FEATURE_NAMES = "vigil.features.";

  private RecordConsumer out;

  @Override
  public WriteContext init(Configuration unused) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration unused) {
    return context();
  }

  private static WriteContext context() {
    return new WriteContext(
        Column.SCHEMA,
        Map.of(
            FEATURE_NAMES + Measured.THIS_BUILD,
            String.join(",", FeatureExtractor.SCHEMA.names())));
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    this.out = consumer;
  }

  @Override
  public void write(Example example) {
    out.startMessage();
    for (Column column : Column.values()) {
      Object value = column.of(example);
      if (value != null) {
        out.startField(column.label(), column.ordinal());
        column.form().write(out, value);
        out.endField(column.label(), column.ordinal());
      }
    }
    out.endMessage();
  }
}

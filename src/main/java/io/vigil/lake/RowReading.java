package io.vigil.lake;

import io.vigil.learn.Example;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Tells Parquet's reader how rows become examples. */
final class RowReading extends ReadSupport<Example> {

  @Override
  public ReadContext init(InitContext context) {
    return new ReadContext(Column.SCHEMA);
  }

  @Override
  public RecordMaterializer<Example> prepareForRead(
      Configuration unused,
      Map<String, String> metadata,
      MessageType fileSchema,
      ReadContext context) {
    return new Rows();
  }

  @Override
  public RecordMaterializer<Example> prepareForRead(
      ParquetConfiguration unused,
      Map<String, String> metadata,
      MessageType fileSchema,
      ReadContext context) {
    return new Rows();
  }

  private static final class Rows extends RecordMaterializer<Example> {
    private final Row row = new Row();
    private final GroupConverter root = new Root(row);

    @Override
    public Example getCurrentRecord() {
      return row.example();
    }

    @Override
    public GroupConverter getRootConverter() {
      return root;
    }
  }

  private static final class Root extends GroupConverter {
    private final Row row;
    private final Converter[] converters = new Converter[Column.values().length];

    Root(Row row) {
      this.row = row;
      for (Column column : Column.values()) {
        converters[column.ordinal()] = column.form().converter(value -> row.put(column, value));
      }
    }

    @Override
    public Converter getConverter(int field) {
      return converters[field];
    }

    @Override
    public void start() {
      row.clear();
    }

    @Override
    public void end() {}
  }
}

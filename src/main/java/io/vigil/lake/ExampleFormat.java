package io.vigil.lake;

import io.vigil.learn.Example;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** One Parquet file of examples, wherever it lies. */
final class ExampleFormat {
  /**
   * What is held in memory of a file that is being written, bytes: many files are open at once, one
   * a participant and day, and each is small.
   */
  private static final long ROW_GROUP = 2L << 20;

  static ParquetWriter<Example> writer(OutputFile file) throws IOException {
    return new Writing(file)
        .withConf(new PlainParquetConfiguration())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withRowGroupSize(ROW_GROUP)
        .build();
  }

  static ParquetReader<Example> reader(InputFile file) throws IOException {
    return new Opening(file).build();
  }

  private static final class Writing extends ParquetWriter.Builder<Example, Writing> {
    Writing(OutputFile file) {
      super(file);
    }

    @Override
    protected Writing self() {
      return this;
    }

    @Override
    protected WriteSupport<Example> getWriteSupport(Configuration unused) {
      return new RowWriting();
    }

    @Override
    protected WriteSupport<Example> getWriteSupport(ParquetConfiguration unused) {
      return new RowWriting();
    }
  }

  private static final class Opening extends ParquetReader.Builder<Example> {
    Opening(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Example> getReadSupport() {
      return new RowReading();
    }
  }

  private ExampleFormat() {}
}

package io.vigil.lake;

import io.vigil.learn.Example;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.sink.compactor.FileCompactStrategy;
import org.apache.flink.connector.file.sink.compactor.RecordWiseFileCompactor;
import org.apache.flink.core.fs.Path;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.parquet.hadoop.ParquetReader;

/**
 * Writes examples to Parquet files, each example exactly once: a file is there for readers when the
 * checkpoint that holds its examples is complete, and never before. Every checkpoint ends files, so
 * those of one participant and day are small; where the lake says so, they are made one after some
 * checkpoints, and only then is it seen. Until then their names begin with a dot.
 */
public final class ExampleSink {
  /** How long examples that no checkpoint ends, as in a replay, may keep a file open. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private static final long ENOUGH_BYTES = 64L << 20;
  private static final int THREADS = 2;

  /**
   * Writes to a lake.
   *
   * @throws IllegalArgumentException if files are to be gathered where they cannot be
   */
  public static FileSink<Example> of(Lake lake) {
    lake.check();
    return gathered(
            FileSink.forBulkFormat(
                    LakePath.of(lake.path()), new ParquetWriterFactory<>(ExampleFormat::writer))
                .withBucketAssigner(new DayAssigner(lake.project()))
                .withRollingPolicy(new QuietRolling())
                .withBucketCheckInterval(LOOK.toMillis())
                .withOutputFileConfig(
                    OutputFileConfig.builder()
                        .withPartPrefix("examples")
                        .withPartSuffix(".parquet")
                        .build()),
            lake)
        .build();
  }

  private static FileSink.DefaultBulkFormatBuilder<Example> gathered(
      FileSink.DefaultBulkFormatBuilder<Example> sink, Lake lake) {
    if (!lake.gathers()) {
      return sink;
    }
    return sink.enableCompact(
        FileCompactStrategy.Builder.newBuilder()
            .enableCompactionOnCheckpoint(lake.checkpoints())
            .setSizeThreshold(ENOUGH_BYTES)
            .setNumCompactThreads(THREADS)
            .build(),
        new RecordWiseFileCompactor<>(ExampleSink::reader));
  }

  private static RecordWiseFileCompactor.Reader<Example> reader(Path file) throws IOException {
    ParquetReader<Example> reader = ExampleFormat.reader(new LakeInput(file));
    return new RecordWiseFileCompactor.Reader<>() {
      @Override
      public Example read() throws IOException {
        return reader.read();
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  private ExampleSink() {}
}

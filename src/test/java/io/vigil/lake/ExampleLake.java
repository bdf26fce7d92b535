package io.vigil.lake;

import io.vigil.learn.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;

/** Lakes as the job leaves them, written without one. */
public final class ExampleLake {

  /** Writes a file a participant and day. */
  public static void write(Path lake, Collection<Example> examples) throws IOException {
    Map<String, ParquetWriter<Example>> writers = new LinkedHashMap<>();
    Partition partition = new Partition("vigil");
    for (Example example : examples) {
      String folder = partition.of(example.scored().prediction());
      ParquetWriter<Example> writer = writers.get(folder);
      if (writer == null) {
        Path file = lake.resolve(folder).resolve("examples-0.parquet");
        Files.createDirectories(file.getParent());
        writer = ExampleFormat.writer(new LocalOutputFile(file));
        writers.put(folder, writer);
      }
      writer.write(example);
    }
    for (ParquetWriter<Example> writer : writers.values()) {
      writer.close();
    }
  }

  /** Every file of it. */
  static List<Path> files(Path lake) throws IOException {
    try (Stream<Path> all = Files.walk(lake)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private ExampleLake() {}
}

package io.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.learn.Example;
import io.vigil.learn.Question;
import io.vigil.store.Container;
import io.vigil.store.ReviewDocuments;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job puts up for review what it keeps and nobody has labelled, and nothing else. */
class ReviewedWindowsTest {
  private static final ConcurrentLinkedQueue<Kept> KEPT = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  private record Kept(Question window, boolean asked) {}

  /** Seen red with: what is labelled put up too; classes left out by the scorer. */
  @Test
  void whatIsKeptAndNotLabelledIsAskedAbout() throws Exception {
    KEPT.clear();
    JobRun run = new JobRun.Plan(folder).examples(new KeepingSink()).over(tenMinutes());
    assertThat(KEPT).isNotEmpty();
    assertThat(KEPT).allMatch(one -> one.window().probabilities().size() > 1);
    List<Question> asked = KEPT.stream().filter(Kept::asked).map(Kept::window).toList();
    assertThat(run.of(Container.REVIEWS).stream().map(ReviewDocuments::read))
        .containsExactlyInAnyOrderElementsOf(asked);
  }

  /** Of the sample data, which says of each second what it is. */
  private Path tenMinutes() throws IOException {
    Path data = Path.of(System.getProperty("vigil.home", "."), "sample-data", "workday.jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data)), StandardCharsets.UTF_8))) {
      return Files.write(folder.resolve("some.jsonl"), lines.lines().limit(1_200).toList());
    }
  }

  /** Keeps them as reviewers would be asked about them. */
  private static final class KeepingSink implements Sink<Example> {
    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<Example> createWriter(WriterInitContext context) {
      return new SinkWriter<>() {
        @Override
        public void write(Example example, Context moment) {
          Question window = ReviewDocuments.read(ReviewDocuments.of(example).body());
          KEPT.add(new Kept(window, ReviewDocuments.isAsked(example)));
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
      };
    }
  }
}

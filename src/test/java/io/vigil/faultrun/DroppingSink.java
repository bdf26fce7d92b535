package io.vigil.faultrun;

import io.vigil.store.Document;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * The planted fault: a document in a thousand, by its id, is not written.
 *
 * @param whole the sink that writes the others
 */
record DroppingSink(Sink<Document> whole) implements Sink<Document> {

  @Override
  public SinkWriter<Document> createWriter(WriterInitContext context) throws IOException {
    SinkWriter<Document> writer = whole.createWriter(context);
    return new SinkWriter<>() {
      @Override
      public void write(Document document, Context moment)
          throws IOException, InterruptedException {
        if (Math.floorMod(document.id().hashCode(), 1000) != 0) {
          writer.write(document, moment);
        }
      }

      @Override
      public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writer.flush(endOfInput);
      }

      @Override
      public void close() throws Exception {
        writer.close();
      }
    };
  }
}

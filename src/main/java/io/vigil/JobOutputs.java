package io.vigil;

import io.vigil.learn.Example;
import io.vigil.store.Document;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the job writes.
 *
 * @param documents of people and their alerts
 * @param examples windows that training and reviewers should see; empty where nobody learns from
 *     them
 */
public record JobOutputs(Sink<Document> documents, Optional<Sink<Example>> examples) {

  /** Documents alone. */
  public static JobOutputs of(Sink<Document> documents) {
    return new JobOutputs(documents, Optional.empty());
  }
}

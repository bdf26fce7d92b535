package io.vigil.store;

import io.vigil.alert.Answer;
import io.vigil.erasure.Cleared;
import io.vigil.erasure.Erasure;
import io.vigil.erasure.ErasureMessages;
import io.vigil.erasure.ErasureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erasures as a store keeps them, and what the job answers to them. */
public final class ErasureDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(ErasureDocuments.class);

  /** The document of an erasure: the body has its fields and whatever else is to be kept of it. */
  public static Document of(Erasure erasure, String body) {
    return new Document(
        Container.ERASURES, erasure.id(), erasure.participantId(), "", erasure.time(), body);
  }

  /** That a step of the job has forgotten: an answer that names nobody. */
  public static Document cleared(Cleared cleared) {
    return AskedDocuments.answer(
        new Answer(
            answerId(cleared.erasure(), cleared.step()),
            "",
            "",
            "erase",
            "",
            cleared.time(),
            Answer.Verdict.FOLLOWED,
            "",
            0,
            0));
  }

  /** Under which id a step answers. */
  public static String answerId(String erasure, Cleared.Step step) {
    return erasure + "_" + step.name().toLowerCase(Locale.ROOT);
  }

  /** All erasures of a store, opened for each question and let go. */
  public static ErasureReader reader(DocumentSink.StoreFactory stores) {
    return () -> {
      try (DocumentStore store = stores.get()) {
        return all(store);
      }
    };
  }

  /** All erasures of a store; what cannot be read as one is logged and left out. */
  public static List<Erasure> all(DocumentStore store) {
    List<Erasure> all = new ArrayList<>();
    store.scan(
        Container.ERASURES,
        document -> {
          try {
            all.add(ErasureMessages.read(document.body()));
          } catch (IllegalArgumentException e) {
            LOG.error("erasures {}: {}", document.id(), e.getMessage());
          }
        });
    return all;
  }

  private ErasureDocuments() {}
}

package io.vigil.store.cosmos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.store.Container;
import io.vigil.store.Document;

/**
 * Where a form stands among the forms of its document, so that a write which is carried out late
 * cannot take a newer form away. A document with a revision is written only over an older one. An
 * episode is not written over a form by the same model that has more windows, or as many and is
 * closed where this one is open; over another model's it always is, so that a day can be processed
 * again.
 *
 * @param line only forms of one line are compared: an episode's model, otherwise empty
 * @param number the higher, the newer; 0 where the form does not say, and the later write stays
 * @param again whether a form as new as the stored one is written once more
 */
record Standing(String line, long number, boolean again) {
  static final Standing NONE = revision(0);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a form to be written. */
  static Standing of(Document document) {
    if (document.revision() > 0 || document.container() != Container.ACTIVITIES) {
      return revision(document.revision());
    }
    try {
      return stored(Container.ACTIVITIES, JSON.readTree(document.body()));
    } catch (JsonProcessingException e) {
      // What is wrong with it is said when it is made ready to be sent.
      return NONE;
    }
  }

  /** Of a form that was found in a container. */
  static Standing stored(Container container, JsonNode body) {
    return container == Container.ACTIVITIES
        ? episode(body)
        : revision(body.path("revision").asLong());
  }

  /** Of the n-th form of a document that counts its forms; 0 where it does not. */
  static Standing revision(long revision) {
    return new Standing("", revision, false);
  }

  private static Standing episode(JsonNode body) {
    long windows = body.path("windows").asLong();
    if (windows < 1) {
      return NONE;
    }
    long number = 2 * windows - (body.path("open").asBoolean() ? 1 : 0);
    return new Standing(body.path("model").toString(), number, true);
  }

  /** Whether the other form must not be written over this one. */
  boolean keepsOut(Standing other) {
    return other.number > 0
        && line.equals(other.line)
        && (other.again ? number > other.number : number >= other.number);
  }
}

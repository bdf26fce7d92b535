package io.vigil.store.cosmos;

import io.vigil.store.Document;

/**
 * One request for one document.
 *
 * @param document to write
 * @param step what the request does
 * @param etag of the form that may be replaced; empty for other steps
 * @param number 1 for the first request since the document was handed over
 */
record Attempt(Document document, Step step, String etag, int number) {

  /**
   * The request that a write begins with: a first revision is likely to find nothing, a later one
   * to find the one before, and asking first costs a fifth of a write that is refused.
   */
  static Attempt first(Document document, int number) {
    Step step =
        document.revision() == 0 ? Step.UPSERT : document.revision() == 1 ? Step.CREATE : Step.READ;
    return new Attempt(document, step, "", number);
  }

  Attempt then(Step next, String nextEtag) {
    return new Attempt(document, next, nextEtag, number + 1);
  }
}

package io.vigil.store.cosmos;

import io.vigil.store.Document;

/**
 * One request for one document.
 *
 * @param document to write
 * @param standing of the document among its forms
 * @param step what the request does
 * @param etag of the form that may be replaced; empty for other steps
 * @param number 1 for the first request since the document was handed over
 */
record Attempt(Document document, Standing standing, Step step, String etag, int number) {

  /**
   * The request that a write begins with: a first form is likely to find nothing, a later one to
   * find the one before, and asking first costs a fifth of a write that is refused.
   */
  static Attempt first(Document document, int number) {
    Standing standing = Standing.of(document);
    return new Attempt(document, standing, firstStep(standing), "", number);
  }

  private static Step firstStep(Standing standing) {
    return standing.number() == 0 ? Step.UPSERT : standing.number() == 1 ? Step.CREATE : Step.READ;
  }

  Attempt then(Step next, String nextEtag) {
    return new Attempt(document, standing, next, nextEtag, number + 1);
  }

  /** The same document from the beginning. */
  Attempt afresh(int nextNumber) {
    return new Attempt(document, standing, firstStep(standing), "", nextNumber);
  }

  /** In the place of a form that was not sent: where that was to be the first, this one is. */
  Attempt inPlaceOf(Attempt unsent) {
    return step == Step.READ && unsent.step == Step.CREATE
        ? new Attempt(document, standing, Step.CREATE, "", number)
        : this;
  }
}

package io.vigil.store.cosmos.server;

/**
 * What came of an operation.
 *
 * @param status 200, 201, 204 or 304
 * @param document as it is now, null when it was deleted
 * @param charge in request units
 */
record ItemResult(int status, StoredDocument document, double charge) {}

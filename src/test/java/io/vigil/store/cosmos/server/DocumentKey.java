package io.vigil.store.cosmos.server;

/**
 * What makes a document one of its kind in a container.
 *
 * @param partitionKey as JSON
 */
record DocumentKey(String partitionKey, String id) {}

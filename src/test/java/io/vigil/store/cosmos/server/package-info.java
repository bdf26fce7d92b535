/**
 * A Cosmos DB of the tests' own: one process, no disk, the REST protocol as Microsoft's unchanged
 * Java and JavaScript clients speak it in gateway mode, with faults on demand. {@link
 * io.vigil.store.cosmos.server.CosmosServer} is where to start.
 */
package io.vigil.store.cosmos.server;

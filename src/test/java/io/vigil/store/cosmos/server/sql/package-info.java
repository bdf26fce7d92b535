/**
 * The part of Cosmos DB's query language that is served: one source, {@code WHERE} with
 * three-valued logic, {@code ORDER BY}, {@code TOP}, {@code OFFSET … LIMIT}, simple aggregates.
 * What is not served is refused by name and never half understood.
 */
package io.vigil.store.cosmos.server.sql;

/** Documents in Azure Cosmos DB. */
package io.vigil.store.cosmos;

package io.vigil.store.cosmos;

import io.vigil.settings.Secret;
import java.io.Serializable;

/**
 * Where the database is, and who we are to it.
 *
 * @param endpoint such as {@code https://vigil.documents.azure.com:443/}
 * @param key of the account; where none is set, Entra ID says who we are
 * @param database its name
 */
public record CosmosAccount(String endpoint, Secret key, String database) implements Serializable {}

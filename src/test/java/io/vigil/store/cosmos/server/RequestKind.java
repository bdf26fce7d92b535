package io.vigil.store.cosmos.server;

import java.util.EnumSet;
import java.util.Set;

/** What a request asks for: what faults, permissions and counters go by. */
public enum RequestKind {
  ACCOUNT,
  DATABASE_READ,
  DATABASE_WRITE,
  CONTAINER_READ,
  CONTAINER_WRITE,
  OFFER_READ,
  OFFER_WRITE,
  /** The partition key ranges of a container. */
  RANGES,
  CREATE,
  UPSERT,
  REPLACE,
  READ,
  PATCH,
  DELETE,
  /** A transactional batch: all or nothing. */
  BATCH,
  /** Many single operations in one request. */
  BULK,
  QUERY_PLAN,
  QUERY,
  CHANGE_FEED;

  /** Those that change documents. */
  public static final Set<RequestKind> WRITES =
      Set.copyOf(EnumSet.of(CREATE, UPSERT, REPLACE, PATCH, DELETE, BATCH, BULK));

  /** Those that an Entra ID token may not ask of the data plane. */
  static final Set<RequestKind> MANAGEMENT =
      Set.copyOf(EnumSet.of(DATABASE_WRITE, CONTAINER_WRITE, OFFER_WRITE));
}

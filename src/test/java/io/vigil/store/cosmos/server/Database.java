package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A database: containers by name. */
final class Database {
  private final String id;
  private final String rid;
  private final int number;
  private final long ts;
  private final Map<String, DocumentContainer> containers = new ConcurrentSkipListMap<>();

  Database(String id, int number, long ts) {
    this.id = id;
    this.number = number;
    this.rid = Rids.database(number);
    this.ts = ts;
  }

  String id() {
    return id;
  }

  String rid() {
    return rid;
  }

  int number() {
    return number;
  }

  Map<String, DocumentContainer> containers() {
    return containers;
  }

  /** The container of that name or resource id. */
  Optional<DocumentContainer> container(String name) {
    return Optional.ofNullable(containers.get(name))
        .or(() -> containers.values().stream().filter(one -> one.rid().equals(name)).findFirst());
  }

  ObjectNode describe() {
    ObjectNode json = Json.object();
    json.put("id", id);
    json.put("_rid", rid);
    json.put("_self", "dbs/" + rid + "/");
    json.put("_etag", "\"" + rid + "\"");
    json.put("_colls", "colls/");
    json.put("_users", "users/");
    json.put("_ts", ts);
    return json;
  }
}

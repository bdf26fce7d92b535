package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Databases, containers, their partition key ranges, and the throughput bought for them. */
final class Resources {
  private static final int MOST_NAME = 255;

  private final Account account;

  Resources(Account account) {
    this.account = account;
  }

  Action databases(Request request) {
    if (request.path().size() == 1) {
      return switch (request.method()) {
        case "POST" ->
            Queries.isQuery(request)
                ? Action.of(
                    RequestKind.DATABASE_READ, () -> selected(request, "Databases", described()))
                : Action.of(RequestKind.DATABASE_WRITE, () -> createDatabase(request));
        case "GET" ->
            Action.of(
                RequestKind.DATABASE_READ, () -> listed("Databases", "", described().toList()));
        default -> throw Routes.notServed(request);
      };
    }
    String name = request.path().get(1);
    return switch (request.method()) {
      case "GET" -> Action.of(RequestKind.DATABASE_READ, () -> described(200, existing(name)));
      case "DELETE" -> Action.of(RequestKind.DATABASE_WRITE, () -> deleteDatabase(name));
      default -> throw Routes.notServed(request);
    };
  }

  private Database existing(String name) {
    return account
        .database(name)
        .orElseThrow(() -> Refused.notFound("There is no database " + name));
  }

  private static DocumentContainer existing(Database database, String name) {
    return database
        .container(name)
        .orElseThrow(() -> Refused.notFound("There is no container " + name));
  }

  private Stream<ObjectNode> described() {
    return account.databases().values().stream().map(Database::describe);
  }

  private Reply createDatabase(Request request) {
    String id = name(request.jsonObject());
    Database database = new Database(id, account.nextNumber(), account.nowSeconds());
    Optional<JsonNode> throughput = Offer.asked(request);
    if (account.databases().putIfAbsent(id, database) != null) {
      throw Refused.conflict("There is a database " + id);
    }
    throughput.ifPresent(content -> buy("dbs/" + database.rid() + "/", database.rid(), content));
    return described(201, database);
  }

  private static Reply described(int status, Database database) {
    return Reply.of(status, database.describe()).charged(2);
  }

  private Reply deleteDatabase(String name) {
    Database database = existing(name);
    account.databases().remove(database.id());
    account.offers().remove(database.rid());
    database.containers().values().forEach(container -> account.offers().remove(container.rid()));
    return Reply.empty(204).charged(5);
  }

  Action containers(Request request, Database database) {
    if (request.path().size() == 3) {
      Stream<ObjectNode> all =
          database.containers().values().stream().map(DocumentContainer::describe);
      return switch (request.method()) {
        case "POST" ->
            Queries.isQuery(request)
                ? Action.of(
                    RequestKind.CONTAINER_READ, () -> selected(request, "DocumentCollections", all))
                : Action.of(RequestKind.CONTAINER_WRITE, () -> createContainer(request, database));
        case "GET" ->
            Action.of(
                RequestKind.CONTAINER_READ,
                () -> listed("DocumentCollections", database.rid(), all.toList()));
        default -> throw Routes.notServed(request);
      };
    }
    String name = request.path().get(3);
    return switch (request.method()) {
      case "GET" ->
          Action.of(RequestKind.CONTAINER_READ, () -> described(200, existing(database, name)));
      case "PUT" ->
          Action.of(
              RequestKind.CONTAINER_WRITE,
              () -> replaceContainer(request, existing(database, name)));
      case "DELETE" ->
          Action.of(
              RequestKind.CONTAINER_WRITE,
              () -> deleteContainer(database, existing(database, name)));
      default -> throw Routes.notServed(request);
    };
  }

  private Reply createContainer(Request request, Database database) {
    ObjectNode definition = request.jsonObject();
    String id = name(definition);
    DocumentContainer container =
        new DocumentContainer(
            database,
            account.nextNumber(),
            definition,
            KeyRange.split(account.partitions()),
            account.nowSeconds());
    Optional<JsonNode> throughput = Offer.asked(request);
    if (database.containers().putIfAbsent(id, container) != null) {
      throw Refused.conflict("There is a container " + id);
    }
    boolean shared = account.offers().containsKey(database.rid());
    String link = "dbs/" + database.rid() + "/colls/" + container.rid() + "/";
    throughput
        .or(() -> shared ? Optional.empty() : Optional.of(Offer.manual(400)))
        .ifPresent(content -> buy(link, container.rid(), content));
    return described(201, container);
  }

  private static Reply replaceContainer(Request request, DocumentContainer container) {
    ObjectNode definition = request.jsonObject();
    JsonNode key = container.describe().path("partitionKey").path("paths");
    if (!definition.path("partitionKey").path("paths").equals(key)) {
      throw Refused.badRequest("A container's partition key cannot be changed");
    }
    container.redefine(definition);
    return described(200, container);
  }

  private Reply deleteContainer(Database database, DocumentContainer container) {
    database.containers().remove(container.id());
    account.offers().remove(container.rid());
    return Reply.empty(204).charged(5);
  }

  private static Reply described(int status, DocumentContainer container) {
    return Reply.of(status, container.describe())
        .with("etag", container.describe().path("_etag").asText())
        .with("x-ms-alt-content-path", "dbs/" + container.database().id())
        .with("x-ms-content-path", container.database().rid())
        .charged(1);
  }

  /** The partitions; nothing changes here, so whoever has them is told that they are the same. */
  Action ranges(Request request, DocumentContainer container) {
    String etag = "\"" + container.rid() + "\"";
    return Action.of(
        RequestKind.RANGES,
        () -> {
          boolean same = request.header("If-None-Match").filter(etag::equals).isPresent();
          ObjectNode body = Json.object().put("_rid", container.rid());
          body.set("PartitionKeyRanges", container.describeRanges());
          body.put("_count", container.partitions().size());
          return (same ? Reply.empty(304) : Reply.of(200, body)).with("etag", etag);
        });
  }

  Action offers(Request request) {
    Stream<ObjectNode> all = account.offers().values().stream().map(Offer::describe);
    if (request.path().size() == 1) {
      return Action.of(
          RequestKind.OFFER_READ,
          () ->
              Queries.isQuery(request)
                  ? selected(request, "Offers", all)
                  : listed("Offers", "", all.toList()));
    }
    String rid = request.path().get(1);
    Offer offer =
        account.offers().values().stream()
            .filter(candidate -> candidate.rid().equals(rid))
            .findFirst()
            .orElseThrow(() -> Refused.notFound("There is no offer " + rid));
    if (request.method().equals("GET")) {
      return Action.of(RequestKind.OFFER_READ, () -> Reply.of(200, offer.describe()));
    }
    return Action.of(
        RequestKind.OFFER_WRITE,
        () -> {
          offer.replace(request.json().path("content"));
          return Reply.of(200, offer.describe());
        });
  }

  private void buy(String link, String rid, JsonNode content) {
    String offer = Rids.offer(account.nextNumber());
    account.offers().put(rid, new Offer(offer, link, rid, content, account.nowSeconds()));
  }

  private static Reply selected(Request request, String list, Stream<ObjectNode> all) {
    return listed(list, "", Queries.select(request.json(), all.toList()));
  }

  private static Reply listed(String list, String rid, List<? extends JsonNode> all) {
    ObjectNode body = Json.object().put("_rid", rid);
    all.forEach(body.putArray(list)::add);
    body.put("_count", all.size());
    return Reply.of(200, body).with("x-ms-item-count", "" + all.size()).charged(1);
  }

  private static String name(ObjectNode definition) {
    String id = ItemRules.id(definition);
    if (id.length() > MOST_NAME) {
      throw Refused.badRequest("The name has " + id.length() + " letters, of at most " + MOST_NAME);
    }
    return id;
  }
}

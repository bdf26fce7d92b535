package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Does operations on documents, each alone in its partition. */
final class Items {
  private final Account account;
  private final Journal journal;
  private final Throttle throttle;
  private final AtomicLong etags = new AtomicLong();

  Items(Account account, Journal journal, Throttle throttle) {
    this.account = account;
    this.journal = journal;
    this.throttle = throttle;
  }

  /** Reads what is wanted of one document and checks what can be checked without it. */
  static ItemOperation operation(
      DocumentContainer container,
      RequestKind kind,
      ArrayNode key,
      String id,
      ObjectNode body,
      String ifMatch,
      String ifNoneMatch) {
    String actualId = id;
    if (body != null && kind != RequestKind.PATCH) {
      actualId = ItemRules.id(body);
      ItemRules.timeToLive(body.path("ttl"));
      if (kind == RequestKind.REPLACE && !actualId.equals(id)) {
        throw Refused.badRequest("The id of the body is " + actualId + ", that of the path " + id);
      }
      if (!container.keys().of(body).equals(key)) {
        throw new Refused(
            400,
            1001,
            "PartitionKey extracted from document doesn't match the one specified in the header: "
                + container.keys().of(body)
                + " and "
                + key);
      }
    }
    return new ItemOperation(
        kind, key, container.keys().place(key), actualId, body, ifMatch, ifNoneMatch);
  }

  /** One operation, with all that it entails. */
  ItemResult run(DocumentContainer container, ItemOperation operation) {
    Partition partition = container.holding(operation.place());
    return partition.alone(
        () -> {
          List<Journal.Entry> committed = new ArrayList<>();
          ItemResult result = apply(container, partition, operation, committed);
          journal.add(committed);
          return result;
        });
  }

  /**
   * One operation, of which the journal is told by the caller. Only while alone in the partition.
   */
  ItemResult apply(
      DocumentContainer container,
      Partition partition,
      ItemOperation operation,
      List<Journal.Entry> committed) {
    throttle.admit(partition);
    StoredDocument before = partition.find(operation.document());
    if (before != null && !container.alive(account.nowSeconds()).test(before)) {
      partition.remove(before);
      before = null;
    }
    check(operation, before);
    ItemResult result =
        switch (operation.kind()) {
          case READ -> read(operation, before);
          case DELETE -> delete(partition, before);
          case PATCH ->
              write(
                  container, partition, operation, before, Patches.apply(before, operation.body()));
          default -> write(container, partition, operation, before, operation.body());
        };
    throttle.spend(partition, result.charge());
    if (operation.writes()) {
      committed.add(
          new Journal.Entry(
              container.id(),
              operation.key().toString(),
              operation.id(),
              operation.kind(),
              result.document() == null ? "" : result.document().written().toString()));
    }
    return result;
  }

  private static void check(ItemOperation operation, StoredDocument before) {
    boolean mustBe =
        operation.kind() != RequestKind.CREATE && operation.kind() != RequestKind.UPSERT;
    if (before == null && mustBe) {
      throw Refused.notFound("There is no item " + operation.id() + " of " + operation.key());
    }
    if (before != null && operation.kind() == RequestKind.CREATE) {
      throw Refused.conflict("There is an item " + operation.id() + " of " + operation.key());
    }
    String wanted = operation.ifMatch();
    // An upsert of what is not there ignores the condition, as the service does.
    if (before != null
        && !wanted.isEmpty()
        && !wanted.equals("*")
        && !wanted.equals(before.etag())) {
      throw Refused.preconditionFailed("The etag is " + before.etag() + " and not " + wanted);
    }
    String unwanted = operation.ifNoneMatch();
    if (operation.writes()
        && before != null
        && !unwanted.isEmpty()
        && (unwanted.equals("*") || unwanted.equals(before.etag()))) {
      throw Refused.preconditionFailed("The etag is " + before.etag());
    }
  }

  private static ItemResult read(ItemOperation operation, StoredDocument document) {
    boolean same = operation.ifNoneMatch().equals(document.etag());
    return new ItemResult(same ? 304 : 200, document, RequestCharge.read(document.bytes()));
  }

  private static ItemResult delete(Partition partition, StoredDocument before) {
    partition.remove(before);
    return new ItemResult(204, null, RequestCharge.delete(before.bytes(), before.terms()));
  }

  private ItemResult write(
      DocumentContainer container,
      Partition partition,
      ItemOperation operation,
      StoredDocument before,
      ObjectNode wanted) {
    ObjectNode body = wanted.deepCopy().without(StoredDocument.SYSTEM);
    int bytes = Json.bytes(body).length;
    ItemRules.size(bytes);
    if (!container.keys().of(body).equals(operation.key())
        || !operation.id().equals(body.path("id").textValue())) {
      throw Refused.badRequest("A patch may change neither id nor partition key");
    }
    int terms = container.indexing().terms(body);
    long number = before == null ? container.nextNumber() : before.number();
    long now = account.nowSeconds();
    long lsn = partition.nextLsn();
    String rid = Rids.document(container.rid(), number);
    body.put("_rid", rid);
    body.put(
        "_self",
        "dbs/" + container.database().rid() + "/colls/" + container.rid() + "/docs/" + rid + "/");
    body.put("_etag", String.format("\"%08x-0000-0100-0000-%012x\"", lsn, etags.incrementAndGet()));
    body.put("_attachments", "attachments/");
    body.put("_ts", now);
    StoredDocument document =
        new StoredDocument(
            number,
            operation.key(),
            operation.place(),
            operation.id(),
            body,
            now,
            lsn,
            bytes,
            terms);
    partition.put(document);
    return before == null
        ? new ItemResult(201, document, RequestCharge.create(bytes, terms))
        : new ItemResult(200, document, RequestCharge.replace(bytes, terms));
  }
}

package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many operations in one request: all or nothing, or each for itself. */
final class Batches {
  private static final int MOST_OPERATIONS = 100;

  private final Items items;
  private final Journal journal;
  private final Faults faults;

  Batches(Items items, Journal journal, Faults faults) {
    this.items = items;
    this.journal = journal;
    this.faults = faults;
  }

  /** What one operation came to; exactly one of the two is there. */
  private record Outcome(ItemResult result, Refused refused) {
    int status() {
      return result == null ? refused.status() : result.status();
    }
  }

  Action route(Request request, DocumentContainer container) {
    ItemRules.size(request.body().length);
    if (!(request.json() instanceof ArrayNode said) || said.size() > MOST_OPERATIONS) {
      throw Refused.badRequest("A batch is an array of at most " + MOST_OPERATIONS + " operations");
    }
    boolean atomic = request.says("x-ms-cosmos-batch-atomic");
    List<BatchOperation> operations = new ArrayList<>();
    said.forEach(json -> operations.add(BatchOperation.parse(request, container, json)));
    List<InFlight.Document> written =
        operations.stream()
            .flatMap(operation -> operation.written().stream())
            .map(key -> new InFlight.Document(container.id(), key))
            .toList();
    return atomic
        ? new Action(
            RequestKind.BATCH,
            written.stream().distinct().toList(),
            () -> reply(request, container, together(request, container, operations)))
        : new Action(
            RequestKind.BULK,
            written,
            () -> reply(request, container, eachForItself(request, container, operations)));
  }

  private List<Outcome> eachForItself(
      Request request, DocumentContainer container, List<BatchOperation> operations) {
    String range = request.header("x-ms-documentdb-partitionkeyrangeid").orElse("");
    List<Outcome> outcomes = new ArrayList<>();
    for (BatchOperation parsed : operations) {
      try {
        ItemOperation operation = parsed.orRefuse();
        faults
            .next(operation)
            .ifPresent(
                fault -> {
                  throw fault.refused();
                });
        if (!range.isEmpty() && !container.holding(operation.place()).id().equals(range)) {
          throw new Refused(410, 1002, "The item does not belong to range " + range);
        }
        outcomes.add(new Outcome(items.run(container, operation), null));
      } catch (Refused refused) {
        outcomes.add(new Outcome(null, refused));
      }
    }
    return outcomes;
  }

  private List<Outcome> together(
      Request request, DocumentContainer container, List<BatchOperation> operations) {
    Partition partition = partition(request, container);
    return partition.alone(
        () -> {
          List<Outcome> outcomes = new ArrayList<>();
          List<Journal.Entry> committed = new ArrayList<>();
          List<Runnable> undo = new ArrayList<>();
          for (BatchOperation parsed : operations) {
            try {
              ItemOperation operation = parsed.orRefuse();
              StoredDocument before = partition.find(operation.document());
              undo.add(0, () -> partition.restore(operation.document(), before));
              outcomes.add(
                  new Outcome(items.apply(container, partition, operation, committed), null));
            } catch (Refused refused) {
              undo.forEach(Runnable::run);
              return failed(operations.size(), outcomes.size(), refused);
            }
          }
          journal.add(committed);
          return outcomes;
        });
  }

  private static Partition partition(Request request, DocumentContainer container) {
    String key = request.header("x-ms-documentdb-partitionkey").orElse("[]");
    return container.holding(container.keys().place(container.keys().parseFull(key)));
  }

  /** One refused operation takes all others with it: they depended on it. */
  private static List<Outcome> failed(int count, int which, Refused why) {
    Refused dependent = new Refused(424, 0, "Another operation of the batch failed");
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      outcomes.add(new Outcome(null, i == which ? why : dependent));
    }
    return outcomes;
  }

  private static Reply reply(Request request, DocumentContainer container, List<Outcome> outcomes) {
    ArrayNode body = Json.array();
    double charge = 0;
    boolean allWell = true;
    for (Outcome outcome : outcomes) {
      ObjectNode json = body.addObject().put("statusCode", outcome.status());
      allWell &= outcome.status() < 400;
      if (outcome.result() != null) {
        charge += outcome.result().charge();
        describe(json, outcome.result(), request.wantsLittle());
      } else {
        json.put("subStatusCode", outcome.refused().subStatus());
        json.put("requestCharge", 0);
        json.put("retryAfterMilliseconds", outcome.refused().retryAfterMillis());
      }
    }
    Reply reply = Reply.of(allWell ? 200 : 207, body).charged(charge);
    Optional<Partition> partition =
        request.header("x-ms-documentdb-partitionkeyrangeid").map(container::partition);
    return Sessions.told(
        reply, container, partition.orElseGet(() -> partitionOrFirst(request, container)));
  }

  private static Partition partitionOrFirst(Request request, DocumentContainer container) {
    return request.header("x-ms-documentdb-partitionkey").isPresent()
        ? partition(request, container)
        : container.partitions().get(0);
  }

  private static void describe(ObjectNode json, ItemResult result, boolean little) {
    json.put("requestCharge", result.charge());
    if (result.document() != null) {
      json.put("eTag", result.document().etag());
      if (!little) {
        json.set("resourceBody", result.document().body());
      }
    }
  }
}

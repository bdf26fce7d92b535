package io.vigil.store.cosmos.server;

import static io.vigil.store.cosmos.server.PointOperationsTest.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CosmosBatch;
import com.azure.cosmos.models.CosmosBatchItemRequestOptions;
import com.azure.cosmos.models.CosmosBatchOperationResult;
import com.azure.cosmos.models.CosmosBatchPatchItemRequestOptions;
import com.azure.cosmos.models.CosmosBatchResponse;
import com.azure.cosmos.models.CosmosBulkOperationResponse;
import com.azure.cosmos.models.CosmosBulkOperations;
import com.azure.cosmos.models.CosmosItemOperation;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactional batches and bulk, by Microsoft's unchanged Java client. */
class BatchTest {
  private static final PartitionKey ANNA = new PartitionKey("anna");

  /** Seen red with: a failed batch that puts nothing back. */
  @Test
  void aBatchIsAllOrNothing() {
    Clients.Connected connected = Clients.to(3);
    CosmosContainer container = connected.container("/who");
    CosmosBatch good = CosmosBatch.createCosmosBatch(ANNA);
    good.createItemOperation(document("anna", "a", 1));
    good.upsertItemOperation(document("anna", "b", 1));
    good.patchItemOperation("a", CosmosPatchOperations.create().increment("/n", 1));
    good.readItemOperation("a");
    CosmosBatchResponse done = container.executeCosmosBatch(good);
    assertThat(done.isSuccessStatusCode()).isTrue();
    assertThat(done.getResults())
        .extracting(CosmosBatchOperationResult::getStatusCode)
        .containsExactly(201, 201, 200, 200);
    assertThat(done.getResults().get(3).getItem(ObjectNode.class).path("n").asInt()).isEqualTo(2);
    List<Journal.Entry> before = connected.server().journal();

    CosmosBatch bad = CosmosBatch.createCosmosBatch(ANNA);
    bad.upsertItemOperation(document("anna", "a", 7));
    bad.deleteItemOperation("b");
    bad.createItemOperation(document("anna", "c", 1));
    bad.replaceItemOperation("missing", document("anna", "missing", 1));
    CosmosBatchResponse refused = container.executeCosmosBatch(bad);
    assertThat(refused.getStatusCode()).isEqualTo(404);
    assertThat(refused.getResults())
        .extracting(CosmosBatchOperationResult::getStatusCode)
        .containsExactly(424, 424, 424, 404);
    assertThat(connected.server().journal()).isEqualTo(before);
    assertThat(connected.server().documents(container.getId()))
        .extracting(body -> body.path("id").asText() + body.path("n").asInt())
        .containsExactly("a2", "b1");
  }

  @Test
  void aBatchKeepsItsConditions() {
    CosmosContainer container = Clients.to(1).container("/who");
    String etag = container.createItem(document("anna", "a", 1)).getETag();
    container.upsertItem(document("anna", "a", 2));
    CosmosBatch batch = CosmosBatch.createCosmosBatch(ANNA);
    batch.upsertItemOperation(
        document("anna", "a", 3), new CosmosBatchItemRequestOptions().setIfMatchETag(etag));
    assertThat(container.executeCosmosBatch(batch).getStatusCode()).isEqualTo(412);
    CosmosBatch patch = CosmosBatch.createCosmosBatch(ANNA);
    patch.patchItemOperation(
        "a",
        CosmosPatchOperations.create().set("/n", 9),
        new CosmosBatchPatchItemRequestOptions().setFilterPredicate("from c where c.n < 2"));
    assertThat(container.executeCosmosBatch(patch).getStatusCode()).isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void bulkWritesToAllPartitions(int partitions) {
    Clients.Connected connected = Clients.to(partitions);
    CosmosContainer container = connected.container("/who", "/day");
    List<CosmosItemOperation> operations = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      ObjectNode body = document("who" + i, "x", i).put("day", "day" + i);
      operations.add(CosmosBulkOperations.getUpsertItemOperation(body, key("who" + i, "day" + i)));
    }
    assertThat(statuses(container, operations)).containsExactly(Map.entry(201, 250L));
    assertThat(statuses(container, operations)).containsExactly(Map.entry(200, 250L));
    assertThat(connected.server().documents(container.getId())).hasSize(250);
    assertThat(connected.server().overlappingWrites())
        .noneMatch(overlap -> overlap.contains(container.getId()));
  }

  @Test
  void inABulkOneRefusedOperationLeavesTheOthersAlone() {
    CosmosContainer container = Clients.to(3).container("/who");
    container.createItem(document("anna", "a", 1));
    List<CosmosItemOperation> operations =
        List.of(
            CosmosBulkOperations.getCreateItemOperation(document("anna", "a", 2), ANNA),
            CosmosBulkOperations.getCreateItemOperation(document("anna", "b", 2), ANNA),
            CosmosBulkOperations.getReadItemOperation("missing", ANNA),
            CosmosBulkOperations.getDeleteItemOperation("a", ANNA),
            CosmosBulkOperations.getUpsertItemOperation(document("bert", "c", 2), ANNA));
    assertThat(statuses(container, operations))
        .isEqualTo(Map.of(409, 1L, 201, 1L, 404, 1L, 204, 1L, 400, 1L));
  }

  static Map<Integer, Long> statuses(
      CosmosContainer container, List<CosmosItemOperation> operations) {
    List<CosmosBulkOperationResponse<Object>> responses = new ArrayList<>();
    container.<Object>executeBulkOperations(operations).forEach(responses::add);
    return responses.stream()
        .collect(
            Collectors.groupingBy(
                response -> response.getResponse().getStatusCode(), Collectors.counting()));
  }

  static PartitionKey key(String who, String day) {
    return new com.azure.cosmos.models.PartitionKeyBuilder().add(who).add(day).build();
  }
}

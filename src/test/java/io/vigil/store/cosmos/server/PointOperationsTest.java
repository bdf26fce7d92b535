package io.vigil.store.cosmos.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single documents, by Microsoft's unchanged Java client. */
class PointOperationsTest {
  private static final PartitionKey ANNA = new PartitionKey("anna");

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void writesReadsAndDeletes(int partitions) {
    CosmosContainer container = Clients.to(partitions).container("/who");
    for (String who : new String[] {"anna", "bert", "carl", "dora", "emil"}) {
      CosmosItemResponse<ObjectNode> created = container.createItem(document(who, "x", 1));
      assertThat(created.getStatusCode()).isEqualTo(201);
      assertThat(created.getItem().path("_rid").asText()).isNotEmpty();
      assertThat(created.getRequestCharge()).isGreaterThan(4.95);
      assertThat(created.getSessionToken()).contains(":0#");
      CosmosItemResponse<ObjectNode> upserted = container.upsertItem(document(who, "x", 2));
      assertThat(upserted.getStatusCode()).isEqualTo(200);
      CosmosItemResponse<ObjectNode> read =
          container.readItem("x", new PartitionKey(who), ObjectNode.class);
      assertThat(read.getItem().path("n").asInt()).isEqualTo(2);
      assertThat(read.getETag()).isEqualTo(upserted.getETag()).isNotEqualTo(created.getETag());
      assertThat(read.getRequestCharge()).isEqualTo(1);
      container.replaceItem(document(who, "x", 3), "x", new PartitionKey(who), null);
      container.deleteItem("x", new PartitionKey(who), null);
      assertStatus(404, 0, () -> container.readItem("x", new PartitionKey(who), ObjectNode.class));
    }
  }

  @Test
  void refusesWhatTheServiceRefuses() {
    CosmosContainer container = Clients.to(3).container("/who");
    container.createItem(document("anna", "x", 1));
    assertStatus(409, 0, () -> container.createItem(document("anna", "x", 1)));
    assertStatus(404, 0, () -> container.replaceItem(document("anna", "y", 1), "y", ANNA, null));
    assertStatus(404, 0, () -> container.deleteItem("y", ANNA, null));
    assertStatus(
        400,
        1001,
        () -> container.createItem(document("anna", "z", 1), new PartitionKey("bert"), null));
    ObjectNode large = document("anna", "large", 1).put("text", "x".repeat(2 * 1024 * 1024));
    assertStatus(413, 0, () -> container.createItem(large));
    assertStatus(400, 0, () -> container.createItem(document("anna", "i".repeat(1024), 1)));
  }

  @Test
  void ofTwoWritersTheOneWithTheOldEtagIsRefused() {
    CosmosContainer container = Clients.to(3).container("/who");
    String first = container.createItem(document("anna", "x", 1)).getETag();
    CosmosItemRequestOptions ifFirst = new CosmosItemRequestOptions().setIfMatchETag(first);
    container.replaceItem(document("anna", "x", 2), "x", ANNA, ifFirst);
    assertStatus(412, 0, () -> container.replaceItem(document("anna", "x", 3), "x", ANNA, ifFirst));
    assertStatus(412, 0, () -> container.deleteItem("x", ANNA, ifFirst));
    CosmosItemResponse<ObjectNode> now = container.readItem("x", ANNA, ObjectNode.class);
    assertThat(now.getItem().path("n").asInt()).isEqualTo(2);
    CosmosItemResponse<ObjectNode> same =
        container.readItem(
            "x",
            ANNA,
            new CosmosItemRequestOptions().setIfNoneMatchETag(now.getETag()),
            ObjectNode.class);
    assertThat(same.getStatusCode()).isEqualTo(304);
  }

  @Test
  void patches() {
    CosmosContainer container = Clients.to(3).container("/who");
    container.createItem(document("anna", "x", 1));
    ObjectNode patched =
        container
            .patchItem(
                "x",
                ANNA,
                CosmosPatchOperations.create()
                    .increment("/n", 4)
                    .set("/a", "new")
                    .add("/b", true)
                    .remove("/gone"),
                ObjectNode.class)
            .getItem();
    assertThat(patched.path("n").asInt()).isEqualTo(5);
    assertThat(patched.path("a").asText()).isEqualTo("new");
    assertThat(patched.path("b").asBoolean()).isTrue();
    assertThat(patched.has("gone")).isFalse();
    assertStatus(
        400,
        0,
        () ->
            container.patchItem(
                "x", ANNA, CosmosPatchOperations.create().set("/who", "bert"), ObjectNode.class));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void takesHierarchicalKeys(int partitions) {
    CosmosContainer container = Clients.to(partitions).container("/who", "/day");
    for (int day = 1; day <= 9; day++) {
      container.createItem(document("anna", "x", day).put("day", "2026-01-0" + day));
    }
    for (int day = 1; day <= 9; day++) {
      PartitionKey key =
          new com.azure.cosmos.models.PartitionKeyBuilder()
              .add("anna")
              .add("2026-01-0" + day)
              .build();
      assertThat(container.readItem("x", key, ObjectNode.class).getItem().path("n").asInt())
          .isEqualTo(day);
    }
  }

  static ObjectNode document(String who, String id, int n) {
    return Json.object().put("id", id).put("who", who).put("n", n).put("gone", "soon");
  }

  static void assertStatus(int status, int subStatus, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CosmosException.class,
            refused -> {
              assertThat(refused.getStatusCode()).isEqualTo(status);
              assertThat(refused.getSubStatusCode()).isEqualTo(subStatus);
            });
  }
}

package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.erasure.Erasure;
import io.vigil.model.Sha256;
import io.vigil.store.Document;
import io.vigil.store.ErasureDocuments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What became of an erasure, without a name.
 *
 * @param id of the erasure
 * @param person the pseudonym or, where there are none, a hash of this receipt's own
 * @param state {@code ORDERED} until all is done, {@code ERASED}, {@code LIFTED}
 * @param at when it was asked for
 * @param by who asked
 * @param reason in their words; may be empty
 * @param done when all was done, or the empty string
 * @param places all that were looked at, and whether each was looked into or is not there
 * @param found how much each place held when it was asked for
 * @param removed how much was removed from each place
 * @param cleared the steps of the running job that have forgotten
 * @param open what is still to be done before it is all erased
 * @param remains what remains elsewhere, and until when
 * @param retrain models that were trained with the person among others
 * @param liftedAt when the person came back, or the empty string
 * @param liftedBy who said so, or the empty string
 */
@JsonPropertyOrder({
  "id",
  "person",
  "state",
  "at",
  "by",
  "reason",
  "done",
  "places",
  "found",
  "removed",
  "cleared",
  "open",
  "remains",
  "retrain",
  "liftedAt",
  "liftedBy"
})
record ErasureReceipt(
    String id,
    String person,
    String state,
    String at,
    String by,
    String reason,
    String done,
    Map<String, String> places,
    Map<String, Long> found,
    Map<String, Long> removed,
    List<String> cleared,
    List<String> open,
    List<String> remains,
    List<String> retrain,
    String liftedAt,
    String liftedBy) {

  /** As it is printed and kept: with the sha256 of all before it, in this very form. */
  ObjectNode json() {
    ObjectNode json = Json.object(this);
    byte[] hash = Sha256.digest().digest(json.toString().getBytes(StandardCharsets.UTF_8));
    return json.put("sha256", java.util.HexFormat.of().formatHex(hash));
  }

  /** The document: the receipt, and whom the job refuses by it. */
  Document document(Erasure erasure) {
    ObjectNode body = Json.object(Map.of());
    body.put("id", id)
        .put("participantId", erasure.participantId())
        .put("at", at)
        .put("state", state)
        .put("schemaVersion", 1);
    body.set("receipt", json());
    return ErasureDocuments.of(erasure, body.toString());
  }

  /** The receipt of a document. */
  static ErasureReceipt of(Document document) {
    ObjectNode receipt = Json.read(document.body()).path("receipt").deepCopy();
    receipt.remove("sha256");
    return Json.value(receipt, ErasureReceipt.class);
  }

  /** The same, lifted. */
  ErasureReceipt lifted(String when, String who) {
    return new ErasureReceipt(
        id, person, "LIFTED", at, by, reason, done, places, found, removed, cleared, open, remains,
        retrain, when, who);
  }

  boolean isDone() {
    return state.equals("ERASED");
  }
}

package io.vigil.feed.log;

import io.vigil.feed.log.FeedEvent.Kind;
import io.vigil.model.Sha256;
import io.vigil.store.Document;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * One event for each form of a document, which is its body. A form that was told before, as when a
 * job writes anew what it wrote, is not told again.
 *
 * @param kind of the events
 */
public record WholeDocumentEvents(Kind kind) implements Events {
  private static final int HASH_BYTES = 12;

  @Override
  public List<FeedEvent> of(Document changed) {
    byte[] hash = Sha256.digest().digest(changed.body().getBytes(StandardCharsets.UTF_8));
    String form = HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    return List.of(
        new FeedEvent(
            0,
            kind,
            kind.name() + "#" + changed.id() + "#" + form,
            changed.participantId(),
            changed.time(),
            changed.body()));
  }
}

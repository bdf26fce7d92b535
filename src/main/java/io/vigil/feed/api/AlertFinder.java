package io.vigil.feed.api;

import io.vigil.alert.AlertKey;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.web.StorePool;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.Documents;

/** Finds one alert for somebody who may see it. */
public final class AlertFinder {
  private final StorePool stores;

  public AlertFinder(StorePool stores) {
    this.stores = stores;
  }

  /**
   * The alert's document as it stands in the store.
   *
   * @throws io.vigil.feed.web.Refusal 404 where there is none for them
   */
  Document find(String id, Viewer viewer) {
    AlertKey key = AlertKey.of(id).orElseThrow(Seen::noSuchAlert);
    boolean visible =
        viewer.maySee(key.participantId()) || key.type().technical() && viewer.maySeeTechnical();
    if (!visible) {
      throw Seen.noSuchAlert();
    }
    return stores
        .ask(
            store ->
                store.find(Container.ALERTS, key.participantId(), Documents.day(key.start()), id))
        .orElseThrow(Seen::noSuchAlert);
  }
}

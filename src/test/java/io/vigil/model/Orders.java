package io.vigil.model;

import java.time.Instant;

/** What tests want done with places. */
final class Orders {
  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  static final long ONE = 1_767_614_400_000_000L + 3_600_000_000L;

  static PromotionOrder place(Place place) {
    return new PromotionOrder(place, ONE, NOON, "ann", "because");
  }

  static PromotionOrder champion() {
    return place(Place.CHAMPION);
  }

  private Orders() {}
}

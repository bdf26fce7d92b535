package io.vigil.store.cosmos.server;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;

/**
 * Request units a second and partition. Like the service it lets the operation through that
 * overdraws the second, and refuses what comes after it until the next one.
 */
final class Throttle {
  private final LongSupplier nowMillis;
  private final Map<Partition, Spent> spent = new WeakHashMap<>();
  private double limit;

  private record Spent(long second, double units) {}

  Throttle(LongSupplier nowMillis) {
    this.nowMillis = nowMillis;
  }

  /**
   * @param requestUnits a second and partition; 0 for no limit
   */
  synchronized void limit(double requestUnits) {
    limit = requestUnits;
  }

  /**
   * @throws Refused 429 if this second's units are spent
   */
  synchronized void admit(Partition partition) {
    long now = nowMillis.getAsLong();
    Spent before = spent.get(partition);
    if (limit > 0 && before != null && before.second == now / 1000 && before.units >= limit) {
      throw Refused.tooManyRequests(1000 - now % 1000);
    }
  }

  synchronized void spend(Partition partition, double units) {
    long second = nowMillis.getAsLong() / 1000;
    spent.merge(
        partition,
        new Spent(second, units),
        (old, add) -> old.second == add.second ? new Spent(second, old.units + add.units) : add);
  }
}

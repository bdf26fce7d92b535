package io.vigil.store.cosmos.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Faults on demand, for whole requests and for single operations in a bulk. Rules are asked in the
 * order in which they were added; the first that hits counts. Chance is seeded: the same requests
 * in the same order meet the same faults.
 */
public final class Faults {
  private final List<Rule<RequestKind>> requests = new ArrayList<>();
  private final List<Rule<ItemOperation>> items = new ArrayList<>();
  private final AtomicLong hits = new AtomicLong();
  private Random random = new Random(1);

  /** The chance's seed; 1 unless told. */
  public synchronized Faults seed(long seed) {
    random = new Random(seed);
    return this;
  }

  /** The next so many requests of a kind. */
  public Faults times(int times, RequestKind kind, Fault fault) {
    return times(times, Set.of(kind), fault);
  }

  /** The next so many requests of some kinds. */
  public synchronized Faults times(int times, Collection<RequestKind> kinds, Fault fault) {
    requests.add(new Rule<>(Set.copyOf(kinds)::contains, 1, times, List.of(fault)));
    return this;
  }

  /** Each request of some kinds with a probability of 0 to 1, one of the faults by chance. */
  public synchronized Faults atRandom(
      double probability, Collection<RequestKind> kinds, Fault... faults) {
    requests.add(
        new Rule<>(Set.copyOf(kinds)::contains, probability, Integer.MAX_VALUE, List.of(faults)));
    return this;
  }

  /** The next so many operations in bulk requests, each with a status. */
  public synchronized Faults itemTimes(int times, int status) {
    items.add(new Rule<>(item -> true, 1, times, List.of(Fault.status(status))));
    return this;
  }

  /** The next so many operations on one document in bulk requests. */
  public synchronized Faults itemTimes(int times, String id, int status) {
    items.add(new Rule<>(item -> item.id().equals(id), 1, times, List.of(Fault.status(status))));
    return this;
  }

  /** Each operation in a bulk request with a probability of 0 to 1, one status by chance. */
  public synchronized Faults itemsAtRandom(double probability, int... statuses) {
    List<Fault> faults = new ArrayList<>();
    for (int status : statuses) {
      faults.add(Fault.status(status));
    }
    items.add(new Rule<>(item -> true, probability, Integer.MAX_VALUE, faults));
    return this;
  }

  /** No more faults. */
  public synchronized void clear() {
    requests.clear();
    items.clear();
  }

  /** How many requests and single operations met a fault so far. */
  public long hits() {
    return hits.get();
  }

  synchronized Optional<Fault> next(RequestKind kind) {
    return first(requests, kind);
  }

  synchronized Optional<Fault> next(ItemOperation item) {
    return first(items, item);
  }

  private <T> Optional<Fault> first(List<Rule<T>> rules, T what) {
    for (Rule<T> rule : rules) {
      if (rule.hits(what, random)) {
        hits.incrementAndGet();
        return Optional.of(rule.faults.get(random.nextInt(rule.faults.size())));
      }
    }
    return Optional.empty();
  }

  private static final class Rule<T> {
    private final Predicate<T> which;
    private final double probability;
    private final List<Fault> faults;
    private int left;

    Rule(Predicate<T> which, double probability, int times, List<Fault> faults) {
      this.which = which;
      this.probability = probability;
      this.left = times;
      this.faults = faults;
    }

    boolean hits(T what, Random random) {
      if (left == 0 || !which.test(what)) {
        return false;
      }
      if (probability < 1 && random.nextDouble() >= probability) {
        return false;
      }
      left--;
      return true;
    }
  }
}

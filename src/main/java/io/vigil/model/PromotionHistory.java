package io.vigil.model;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who was given which place, in order. Everything else follows from it: who holds a place, who held
 * it before, and what an alias means.
 *
 * @param promotions by revision, from 1 without a gap
 */
public record PromotionHistory(List<Promotion> promotions) {

  public PromotionHistory {
    promotions = List.copyOf(promotions);
  }

  /** The newest revision; 0 where nothing was ever promoted. */
  public long revision() {
    return promotions.isEmpty() ? 0 : promotions.get(promotions.size() - 1).revision();
  }

  /** What came after a revision. */
  public List<Promotion> after(long revision) {
    return promotions.stream().filter(p -> p.revision() > revision).toList();
  }

  /** What became of one place, in order. */
  public List<Promotion> of(Place place) {
    return promotions.stream().filter(p -> p.place().equals(place)).toList();
  }

  /** Who was given a place last, if somebody was and it was not emptied since. */
  public Optional<Promotion> holder(Place place) {
    return of(place).stream()
        .max(Comparator.comparingLong(Promotion::revision))
        .filter(last -> !last.isWithdrawal());
  }

  /** Who held a place before its holder did. */
  public Optional<Promotion> previous(Place place) {
    List<Promotion> own = of(place);
    String last = own.isEmpty() ? "" : own.get(own.size() - 1).model();
    return own.stream()
        .filter(p -> !p.model().equals(last))
        .max(Comparator.comparingLong(Promotion::revision))
        .filter(p -> !p.isWithdrawal());
  }

  /** What each alias means: the places that somebody holds, and {@code previous}. */
  public Map<String, String> aliases() {
    Map<String, String> aliases = new TreeMap<>();
    for (Place place : places()) {
      holder(place).ifPresent(holder -> aliases.put(place.toString(), holder.model()));
    }
    previous(Place.CHAMPION).ifPresent(before -> aliases.put(Registry.PREVIOUS, before.model()));
    return aliases;
  }

  private Set<Place> places() {
    return promotions.stream()
        .map(Promotion::place)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

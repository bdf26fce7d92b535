package io.vigil.train.fall;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rates for a terminal. */
public final class RatesText {
  private static final int PEOPLE = 6;
  private static final int KINDS = 6;

  /** Both figures of all, in two lines. */
  public static String figures(Rates all) {
    return "sensitivity %s (%d of %d falls found)%nspecificity %s (%d of %d trials without a fall quiet)%n"
        .formatted(
            share(all.sensitivity()),
            all.found(),
            all.falls(),
            share(all.specificity()),
            all.quiet(),
            all.others());
  }

  /** The people who fare worst, a line each. */
  public static String people(Map<String, Rates> byPerson) {
    String width = "%-" + byPerson.keySet().stream().mapToInt(String::length).max().orElse(1) + "s";
    return worst(byPerson, PEOPLE).stream()
        .map(
            person ->
                String.format(
                    Locale.ROOT,
                    "  " + width + "  sensitivity %s of %d, specificity %s of %d%n",
                    person.getKey(),
                    share(person.getValue().sensitivity()),
                    person.getValue().falls(),
                    share(person.getValue().specificity()),
                    person.getValue().others()))
        .collect(Collectors.joining());
  }

  /** The kinds of movement that are taken wrong most often, in a line. */
  public static String kinds(Map<String, Rates> byKind) {
    String wrong =
        worst(byKind, KINDS).stream()
            .filter(kind -> kind.getValue().wrong() > 0)
            .map(
                kind ->
                    "%s %d of %d"
                        .formatted(
                            kind.getKey(),
                            kind.getValue().wrong(),
                            kind.getValue().falls() + kind.getValue().others()))
            .collect(Collectors.joining(", "));
    return wrong.isEmpty() ? "none" : wrong;
  }

  /** Those that fare worst, the worst first; of equals by name. */
  public static List<Map.Entry<String, Rates>> worst(Map<String, Rates> by, int most) {
    return by.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Rates> one) -> one.getValue().worse())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .toList();
  }

  /** A ratio with four digits, or that there is none. */
  public static String share(Double share) {
    return share == null ? "none" : String.format(Locale.ROOT, "%.4f", share);
  }

  private RatesText() {}
}

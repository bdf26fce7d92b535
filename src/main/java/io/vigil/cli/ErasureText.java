package io.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A receipt for people. */
final class ErasureText {

  static List<String> lines(ErasureReceipt receipt, String title) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s, %s".formatted(title, receipt.person(), receipt.id()));
    receipt
        .removed()
        .forEach(
            (place, count) ->
                lines.add(String.format(Locale.ROOT, "  removed  %,8d  %s", count, place)));
    lines.addAll(places(receipt.places()));
    if (!receipt.cleared().isEmpty()) {
      lines.add("  forgotten by the running job: " + String.join(", ", receipt.cleared()));
    }
    receipt.open().forEach(what -> lines.add("  STILL OPEN  " + what));
    receipt.retrain().forEach(model -> lines.add("  trained with: retrain  " + model));
    receipt.remains().forEach(what -> lines.add("  remains  " + what));
    lines.add("  sha256  " + receipt.json().path("sha256").asText());
    return lines;
  }

  /**
   * What was looked at, in one line, and a line for each place that is not there.
   *
   * @param places as {@link Erasing.Look} has them
   */
  static List<String> places(Map<String, String> places) {
    List<String> lines = new ArrayList<>();
    List<String> into =
        places.keySet().stream().filter(name -> !Erasing.isMissing(places.get(name))).toList();
    lines.add("  looked into  " + String.join(", ", into));
    places.forEach(
        (place, seen) -> {
          if (Erasing.isMissing(seen)) {
            lines.add("  %s  (%s)".formatted(place, seen));
          }
        });
    return lines;
  }

  private ErasureText() {}
}

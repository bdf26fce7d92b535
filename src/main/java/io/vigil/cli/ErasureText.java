package io.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    if (!receipt.cleared().isEmpty()) {
      lines.add("  forgotten by the running job: " + String.join(", ", receipt.cleared()));
    }
    receipt.open().forEach(what -> lines.add("  STILL OPEN  " + what));
    receipt.retrain().forEach(model -> lines.add("  trained with: retrain  " + model));
    receipt.remains().forEach(what -> lines.add("  remains  " + what));
    lines.add("  sha256  " + receipt.json().path("sha256").asText());
    return lines;
  }

  private ErasureText() {}
}

package io.vigil.cli;

import io.vigil.model.Place;
import picocli.CommandLine.Option;

/** Which place is given away. */
final class PlaceOption {
  @Option(
      names = "--place",
      paramLabel = "PLACE",
      defaultValue = "champion",
      description =
          "champion, champion@COHORT, challenger or personal@PARTICIPANT (default: ${DEFAULT-VALUE}).")
  String text;

  Place place() {
    return PromotionOptions.place(text);
  }
}

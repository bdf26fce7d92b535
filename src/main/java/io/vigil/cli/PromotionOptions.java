package io.vigil.cli;

import io.vigil.model.GateFigure;
import io.vigil.model.ModelRefused;
import io.vigil.model.Place;
import io.vigil.model.Promotion;
import io.vigil.model.PromotionHistory;
import io.vigil.model.PromotionOrder;
import io.vigil.settings.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Option;

/** Who gives a place away, why, and from when. */
final class PromotionOptions {
  static final InstantSource CLOCK = InstantSource.system();

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for whoever asks later.")
  String why;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who says so (default: the user of this machine).")
  String by;

  @Option(
      names = "--from",
      paramLabel = "MOMENT",
      description =
          "The moment, in the time of the samples, from which it holds (default: now and the setting"
              + " model.takesOverAfter; the first champion holds for everything).")
  Instant from;

  /** What is wanted, without the word of a gate. */
  PromotionOrder order(Place place, Settings settings, PromotionHistory history) {
    return order(place, settings, history, false, List.of());
  }

  /** What is wanted. */
  PromotionOrder order(
      Place place,
      Settings settings,
      PromotionHistory history,
      boolean forced,
      List<GateFigure> gate) {
    Instant now = CLOCK.instant();
    return new PromotionOrder(
        place, from(place, settings, history, now), now, by(), why.strip(), forced, gate);
  }

  private long from(Place place, Settings settings, PromotionHistory history, Instant now) {
    if (from != null) {
      return Moments.micros(from);
    }
    // There is nobody to take over from.
    if (place.equals(Place.CHAMPION) && history.of(place).isEmpty()) {
      return Promotion.ALWAYS;
    }
    return Moments.micros(now.plus(settings.model().takesOverAfter()));
  }

  private String by() {
    String name = by == null ? System.getProperty("user.name", "") : by;
    if (name.isBlank()) {
      throw new UsageException("--by is empty, expected the name of who promotes");
    }
    return name.strip();
  }

  /** A place as it was typed. */
  static Place place(String text) {
    try {
      return Place.named(text);
    } catch (ModelRefused e) {
      throw new UsageException(e.getMessage());
    }
  }
}

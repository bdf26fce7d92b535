package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.model.GateFigure;
import io.vigil.model.Promotion;
import java.util.List;

/** Promotions as people and machines read them. */
final class PromotionText {

  /** As `history --json` has it: the fields of the registry's file. */
  record Listed(
      @JsonProperty("revision") long revision,
      @JsonProperty("place") String place,
      @JsonProperty("model") String model,
      @JsonProperty("sha256") String sha256,
      @JsonProperty("from") String from,
      @JsonProperty("at") String at,
      @JsonProperty("by") String by,
      @JsonProperty("why") String why,
      @JsonProperty("forced") boolean forced,
      @JsonProperty("gate") List<GateFigure> gate) {
    static Listed of(Promotion p) {
      return new Listed(
          p.revision(),
          p.place().toString(),
          p.model(),
          p.sha256(),
          moment(p),
          p.at().toString(),
          p.by(),
          p.why(),
          p.forced(),
          p.gate());
    }
  }

  /** A line, and one for each thing the gate saw. */
  static String of(Promotion p) {
    StringBuilder text = new StringBuilder(p.line()).append(", from ").append(moment(p));
    if (p.forced()) {
      text.append(", forced against the gate");
    }
    p.gate()
        .forEach(figure -> text.append(System.lineSeparator()).append("  ").append(figure.says()));
    return text.toString();
  }

  private static String moment(Promotion p) {
    return p.from() == Promotion.ALWAYS ? "always" : Moments.exact(p.from());
  }

  private PromotionText() {}
}

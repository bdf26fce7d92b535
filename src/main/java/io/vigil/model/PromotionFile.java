package io.vigil.model;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A promotion as its file has it: JSON for people and machines, times as ISO-8601 in UTC. */
final class PromotionFile {
  private static final String ALWAYS = "always";

  private record Json(
      long revision,
      String place,
      String model,
      String sha256,
      String from,
      String at,
      String by,
      String why,
      boolean forced,
      List<GateFigure> gate) {}

  static byte[] write(Promotion p) {
    return ArtifactJson.pretty(
            new Json(
                p.revision(),
                p.place().toString(),
                p.model(),
                p.sha256(),
                from(p.from()),
                p.at().toString(),
                p.by(),
                p.why(),
                p.forced(),
                p.gate()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads one.
   *
   * @throws ModelRefused if it is none
   */
  static Promotion read(byte[] bytes) {
    Json json = ArtifactJson.read(bytes, Json.class);
    ModelRefused.unless(
        json.model.isEmpty() || json.model.matches("[^:]+:[1-9][0-9]{0,8}"),
        "The promotion's model is '%s', expected name:version or nothing",
        json.model);
    return new Promotion(
        json.revision,
        Place.named(json.place),
        json.model,
        json.sha256,
        json.from.equals(ALWAYS)
            ? Promotion.ALWAYS
            : ChronoUnit.MICROS.between(Instant.EPOCH, moment("from", json.from)),
        moment("at", json.at),
        json.by,
        json.why,
        json.forced,
        json.gate);
  }

  /** As people read it. */
  static String from(long micros) {
    return micros == Promotion.ALWAYS
        ? ALWAYS
        : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private static Instant moment(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new ModelRefused(
          "The promotion's %s is '%s', expected ISO-8601 UTC".formatted(field, text), e);
    }
  }

  private PromotionFile() {}
}

package io.vigil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.alert.Explanation;
import io.vigil.alert.Incident;
import io.vigil.alert.Magnitudes;
import io.vigil.alert.Measure;
import io.vigil.alert.Rules;
import io.vigil.alert.SampleGap;
import io.vigil.alert.StillSpell;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModel.Contribution;
import io.vigil.alert.fall.ImpactJudgement;
import io.vigil.store.AlertDocuments;
import io.vigil.store.Documents;
import java.util.Locale;
import java.util.Map;

/** An explanation for machines: the alert's document and all that was seen, times in ISO-8601. */
final class ExplanationJson {

  static String line(Explanation explanation, Rules rules, FallModel model) {
    ObjectNode json = Json.object(Map.of());
    json.set("alert", Json.read(AlertDocuments.alert(explanation.alert()).body()));
    json.put("source", explanation.source().name().toLowerCase(Locale.ROOT));
    json.put("raisedAgain", explanation.isRaisedAgain());
    json.put("ruleVersion", rules.version());
    json.set("fallModel", Json.object(model.ref()));
    json.set("magnitude", magnitude(explanation.magnitudes()));
    ArrayNode impacts = json.putArray("impacts");
    explanation.impacts().forEach(one -> impact(impacts.addObject(), one, model));
    ArrayNode stillness = json.putArray("stillness");
    explanation.stillness().forEach(one -> spell(stillness.addObject(), one));
    ArrayNode gaps = json.putArray("gaps");
    for (SampleGap gap : explanation.gaps()) {
      gaps.addObject()
          .put("from", Documents.iso(gap.from()))
          .put("to", Documents.iso(gap.to()))
          .put("seconds", (gap.to() - gap.from()) / 1e6);
    }
    ArrayNode incidents = json.putArray("incidents");
    explanation.incidents().forEach(one -> incident(incidents.addObject(), one));
    return Json.line(json);
  }

  private static ObjectNode magnitude(Magnitudes magnitudes) {
    ObjectNode json = Json.object(Map.of());
    json.put("samples", magnitudes.samples());
    if (magnitudes.samples() > 0) {
      json.put("from", Documents.iso(magnitudes.from()));
      json.put("to", Documents.iso(magnitudes.to()));
      numbers(json.putArray("lowG"), magnitudes.low());
      numbers(json.putArray("highG"), magnitudes.high());
    }
    return json;
  }

  private static void numbers(ArrayNode array, double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        array.addNull();
      } else {
        array.add(Math.round(value * 1000) / 1000.0);
      }
    }
  }

  private static void impact(ObjectNode json, ImpactJudgement impact, FallModel model) {
    json.put("time", Documents.iso(impact.impactMicros()))
        .put("judged", Documents.iso(impact.judgedMicros()))
        .put("verdict", ImpactText.words(impact.kind()))
        .put("why", impact.why())
        .put("peakG", impact.peakG())
        .put("postureChangeDegrees", impact.feature("postureChange"))
        .put("score", impact.score())
        .put("minScore", impact.minScore())
        .put("intercept", model.intercept());
    ArrayNode terms = json.putArray("terms");
    for (Contribution term : model.contributions(impact.features())) {
      terms.add(Json.object(term));
    }
  }

  private static void spell(ObjectNode json, StillSpell spell) {
    json.put("from", Documents.iso(spell.from()))
        .put("to", Documents.iso(spell.to()))
        .put("seconds", (spell.to() - spell.from()) / 1e6)
        .put("allowedSeconds", spell.allowed().toSeconds())
        .put("partOfDay", spell.partOfDay().name().toLowerCase(Locale.ROOT))
        .put("afterWalking", spell.afterWalking())
        .put("share", spell.share());
  }

  private static void incident(ObjectNode json, Incident incident) {
    json.put("type", incident.key().type().name())
        .put("start", Documents.iso(incident.key().start()))
        .put("detected", Documents.iso(incident.detected()))
        .put("phase", incident.phase().name())
        .put("severity", incident.severity().name())
        .put("sentence", incident.evidence().sentence());
    for (Measure measure : incident.evidence().measures()) {
      json.put(measure.name(), measure.value());
    }
  }

  private ExplanationJson() {}
}

package io.vigil.feed.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.learn.Agreement;
import io.vigil.learn.Label;
import io.vigil.learn.Question;
import io.vigil.learn.ReviewAnswer;
import io.vigil.learn.ReviewItem;
import io.vigil.learn.ReviewProgress;
import io.vigil.learn.Verdict;
import io.vigil.store.Documents;
import io.vigil.store.ShownItem;
import java.util.List;
import java.util.Map;

/** How reviews are told. Participants are told by pseudonym, whoever asks. */
final class ReviewJson {
  private static final double STEPS = 10_000;

  /** What one answer settles, and what a reviewer wants to see before giving it. */
  static ObjectNode item(ShownItem shown) {
    ReviewItem item = shown.item();
    ObjectNode json = Json.object().put("participantId", item.participantId());
    span(json, item.start(), item.end())
        .put("activity", item.activity())
        .put("confidence", rounded(item.confidence()))
        .put("margin", rounded(item.margin()))
        .put("reason", item.windows().get(0).reason().name())
        .put("contested", item.contested())
        .put("windows", item.windows().size());
    ObjectNode probabilities = json.putObject("probabilities");
    item.probabilities().forEach((name, one) -> probabilities.put(name, rounded(one)));
    ArrayNode traces = json.putArray("traces");
    for (Question window : shown.windows()) {
      ObjectNode one = span(traces.addObject(), window.start(), window.end());
      one.put("activity", window.activity()).put("confidence", rounded(window.confidence()));
      one.set("trace", Trace.of(window.participantId(), window.samples()));
    }
    ArrayNode around = json.putArray("around");
    for (Episode episode : shown.around()) {
      span(around.addObject(), episode.start(), episode.end()).put("activity", episode.activity());
    }
    ModelRef model = item.windows().get(0).model();
    json.putObject("model")
        .put("name", model.name())
        .put("version", model.version())
        .put("sha256", model.sha256());
    return json;
  }

  /** What reviewers differ about; who has not answered learns that they do, and not how. */
  static ObjectNode contested(ShownItem shown, Verdict verdict, String reviewer) {
    boolean answered = verdict.by(reviewer).isPresent();
    ObjectNode json = item(shown).put("reviewers", verdict.answers().size());
    json.put("answered", answered);
    json.set("answers", answers(answered ? verdict.answers() : List.of()));
    return json;
  }

  /** What came of an answer. */
  static ObjectNode answer(ReviewAnswer answer) {
    ObjectNode json = Json.object().put("participantId", answer.label().participantId());
    span(json, answer.label().start(), answer.label().end())
        .put("activity", answer.label().activity())
        .put("at", Documents.iso(answer.label().at()))
        .put("standing", answer.standing().name());
    json.set("others", answers(answer.others()));
    return json;
  }

  /** How far reviewers are. */
  static ObjectNode progress(ReviewProgress progress, String reviewer) {
    ObjectNode json =
        Json.object().put("answersToday", progress.answers().getOrDefault(reviewer, 0L));
    ArrayNode reviewers = json.putArray("reviewers");
    for (Map.Entry<String, Long> one : progress.answers().entrySet()) {
      reviewers.addObject().put("reviewer", one.getKey()).put("answersToday", one.getValue());
    }
    ObjectNode windows = json.putObject("windows");
    progress.windows().forEach((standing, count) -> windows.put(standing.name(), count));
    ArrayNode agreements = json.putArray("agreements");
    for (Agreement one : progress.agreements()) {
      ObjectNode told =
          agreements
              .addObject()
              .put("first", one.first())
              .put("second", one.second())
              .put("both", one.both())
              .put("same", one.same());
      if (one.kappa().isPresent()) {
        told.put("kappa", rounded(one.kappa().getAsDouble()));
      } else {
        told.putNull("kappa");
      }
    }
    return json;
  }

  private static ArrayNode answers(List<Label> labels) {
    ArrayNode answers = Json.array();
    for (Label label : labels) {
      answers
          .addObject()
          .put("reviewer", label.reviewer())
          .put("activity", label.activity())
          .put("at", Documents.iso(label.at()));
    }
    return answers;
  }

  private static ObjectNode span(ObjectNode json, long start, long end) {
    return json.put("start", Documents.iso(start)).put("end", Documents.iso(end));
  }

  private static double rounded(double part) {
    return Math.round(part * STEPS) / STEPS;
  }

  private ReviewJson() {}
}

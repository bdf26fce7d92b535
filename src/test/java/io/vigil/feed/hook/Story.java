package io.vigil.feed.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertLifecycle;
import io.vigil.alert.AlertState;
import io.vigil.alert.AlertType;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Entry;
import io.vigil.alert.Evidence;
import io.vigil.alert.Incident;
import io.vigil.alert.Input;
import io.vigil.alert.Measure;
import io.vigil.alert.Phase;
import io.vigil.alert.RuleRef;
import io.vigil.alert.RuleSet;
import io.vigil.alert.Rules;
import io.vigil.alert.Severity;
import io.vigil.alert.TimePassed;
import io.vigil.feed.log.FeedEvent;
import io.vigil.store.AlertDocuments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's alerts as the job itself writes them, and the events that the feed makes of them.
 */
public final class Story {
  static final Instant BEGINNING = Instant.parse("2026-01-05T09:00:00Z");
  static final String SENTENCE = "A hard impact of 3.1 g, and then no movement.";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECOND = 1_000_000;
  private static final Rules RULES = RuleSet.shipped().forParticipant("p1");

  final List<Alert> written = new ArrayList<>();
  private final AlertState state = new AlertState();
  private final AlertLifecycle lifecycle;
  private final String participantId;

  private final Instant beginning;

  private Story(String participantId, boolean replay, Instant beginning) {
    this.participantId = participantId;
    this.beginning = beginning;
    this.lifecycle = new AlertLifecycle(replay, 0);
  }

  static Story of(String participantId) {
    return new Story(participantId, false, BEGINNING);
  }

  /** One that began at another time, such as now. */
  public static Story begun(String participantId, Instant beginning) {
    return new Story(participantId, false, beginning);
  }

  static Story replayed(String participantId) {
    return new Story(participantId, true, BEGINNING);
  }

  public Story fall(int atSecond, Severity severity) {
    return incident(AlertType.FALL, Phase.BEGAN, severity, atSecond, atSecond);
  }

  Story incident(AlertType type, Phase phase, Severity severity, int start, int now) {
    return incident(type, phase, severity, start, now, now);
  }

  Story incident(AlertType type, Phase phase, Severity severity, int start, int detected, int now) {
    Evidence evidence =
        new Evidence(SENTENCE, List.of(new Measure("peakG", 3.1)), "c2VjcmV0IHNhbXBsZXM=");
    return take(
        new Incident(
            new AlertKey(participantId, type, at(start)),
            phase,
            at(detected),
            severity,
            evidence,
            new RuleRef("fall", 1),
            Incident.NO_MODEL),
        now);
  }

  Story pass(int second) {
    return take(new TimePassed(), second);
  }

  Story say(CommandKind kind, String actor, String text, int second) {
    String id = kind + "-" + second;
    String alert = written.get(written.size() - 1).id();
    return take(
        new Command(id, participantId, alert, kind, actor, at(second), text, Alert.NEVER), second);
  }

  /** Each transition with the document as it was then. */
  public List<FeedEvent> events() {
    return written.stream().map(alert -> event(alert, alert)).toList();
  }

  /** Each transition with the newest document: what a feed sees that was away meanwhile. */
  List<FeedEvent> eventsSeenLate() {
    return written.stream()
        .map(
            alert ->
                event(
                    alert,
                    written.stream()
                        .filter(one -> one.id().equals(alert.id()))
                        .reduce(alert, (earlier, later) -> later)))
        .toList();
  }

  private Story take(Input input, int second) {
    written.addAll(lifecycle.apply(state, input, RULES, at(second)).changes());
    return this;
  }

  private static FeedEvent event(Alert then, Alert known) {
    List<Entry> history = then.history().kept();
    int index = then.history().folded() + history.size() - 1;
    Entry entry = history.get(history.size() - 1);
    try {
      ObjectNode document = (ObjectNode) JSON.readTree(AlertDocuments.alert(known).body());
      ((ObjectNode) document.get("evidence")).remove("samples");
      ObjectNode body = JSON.createObjectNode();
      body.set("alert", document);
      body.putObject("transition")
          .put("index", index)
          .put("ts", Instant.EPOCH.plus(entry.time(), ChronoUnit.MICROS).toString())
          .put("actor", entry.actor())
          .put("action", entry.action())
          .put("reason", entry.reason());
      return new FeedEvent(
          0,
          FeedEvent.Kind.TRANSITION,
          then.id() + "#" + index,
          then.key().participantId(),
          entry.time(),
          body.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document is JSON", e);
    }
  }

  private long at(int second) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, beginning) + second * SECOND;
  }
}

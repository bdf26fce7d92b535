package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.alert.Alert;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Entry;
import io.vigil.alert.Status;
import io.vigil.store.AlertReading;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What goes on between the store and whoever sits before it: news of alerts are told, and answers,
 * typed or of the {@link DemoCaregiver}, are written for the job to follow.
 */
final class DemoStory {
  /** Who types. */
  static final String YOU = "you";

  private final DocumentStore store;
  private final DemoDelays delays;
  private final Consumer<String> told;
  private final NewDocuments alerts;
  private final NewDocuments answers;
  private final AlertBoard board = new AlertBoard();
  private final DemoCaregiver caregiver = new DemoCaregiver();

  /**
   * @param told what happens, a line each
   */
  DemoStory(DocumentStore store, DemoDelays delays, Consumer<String> told) {
    this.store = store;
    this.delays = delays;
    this.told = told;
    this.alerts = new NewDocuments(store, Container.ALERTS);
    this.answers = new NewDocuments(store, Container.ANSWERS);
  }

  /** Tells what is new, and lets the caregiver answer. */
  void goOn(Instant now) {
    for (Document document : alerts.next()) {
      Alert alert = AlertReading.read(document.body());
      for (Entry entry : board.take(alert)) {
        told.accept(AlertLines.news(alert, entry));
        if (entry.action().equals("raised")) {
          tell(now, alert.key().participantId(), "", delays.of(alert, now));
        }
      }
    }
    for (Document document : answers.next()) {
      JsonNode answer = Json.read(document.body());
      if (answer.path("actor").asText().equals(YOU)) {
        tell(now, document.participantId(), "answer", told(answer));
      }
    }
    caregiver.due(board.open(), micros(now)).forEach(this::ask);
  }

  private static String told(JsonNode answer) {
    return "to your %s: %s %s"
        .formatted(
            answer.path("asked").asText(),
            answer.path("verdict").asText(),
            answer.path("reason").asText());
  }

  /**
   * Takes in a line that was typed: {@code a} acknowledges the worst alert, {@code c} clears the
   * one that was acknowledged, or else the worst.
   */
  void typed(String line, Instant now) {
    switch (line) {
      case "a" -> askFor(board.worst(status -> !status.acknowledged()), CommandKind.ACK, now);
      case "c" ->
          askFor(
              board.worst(Status.ACTIVE_ACK::equals).or(() -> board.worst(Status::active)),
              CommandKind.CLEAR,
              now);
      case "" -> {}
      default -> tell(now, YOU, "typed", "'%s'; expected a, c or q".formatted(line));
    }
  }

  private void askFor(Optional<Alert> alert, CommandKind kind, Instant now) {
    alert.ifPresentOrElse(
        one ->
            ask(
                new Command(
                    UUID.randomUUID().toString(),
                    one.key().participantId(),
                    one.id(),
                    kind,
                    YOU,
                    micros(now),
                    "",
                    Alert.NEVER)),
        () -> tell(now, YOU, "typed", "there is no alert to " + kind.word()));
  }

  private void ask(Command command) {
    store.upsert(List.of(AskedDocuments.command(command)));
  }

  private void tell(Instant now, String whose, String what, String more) {
    told.accept(AlertLines.news(now, whose, what, more));
  }

  /** The open alerts, the worst first. */
  List<Alert> open() {
    return board.open();
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}

package io.vigil.store;

import io.vigil.alert.Answer;
import io.vigil.alert.Command;
import io.vigil.alert.CommandMessages;
import io.vigil.alert.NewRules;
import io.vigil.alert.RuleMessages;

/**
 * The form of what people ask for and are answered. Commands and rules stand in a store as they
 * would travel through a hub.
 */
public final class AskedDocuments {

  /** A command; written again with the same id, the job takes it in once. */
  public static Document command(Command command) {
    return new Document(
        Container.COMMANDS,
        command.id(),
        command.participantId(),
        "",
        command.time(),
        CommandMessages.write(command));
  }

  /** New rules. */
  public static Document rules(NewRules rules) {
    return new Document(
        Container.RULES, rules.id(), "", "", rules.time(), RuleMessages.write(rules));
  }

  /** An answer, under the id of what was asked. The first stays, as long as the job lives. */
  public static Document answer(Answer answer) {
    return new Document(
        Container.ANSWERS,
        answer.id(),
        answer.participantId(),
        "",
        answer.time(),
        answer.term() + 1,
        Documents.write(
            json -> {
              json.writeStringField("id", answer.id());
              json.writeStringField("participantId", answer.participantId());
              json.writeStringField("alertId", answer.alertId());
              json.writeStringField("asked", answer.asked());
              json.writeStringField("actor", answer.actor());
              json.writeStringField("ts", Documents.iso(answer.time()));
              json.writeStringField("verdict", answer.verdict().name());
              json.writeStringField("reason", answer.reason());
              json.writeNumberField("changed", answer.revision());
              json.writeNumberField("revision", answer.term() + 1);
              json.writeNumberField("schemaVersion", Documents.SCHEMA_VERSION);
            }));
  }

  private AskedDocuments() {}
}

package io.vigil.alert;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person can answer to an alert. */
public enum CommandKind {
  /** "I have seen it and take care": escalation stops. */
  ACK,
  /** "I cannot after all": escalation begins anew. */
  UNACK,
  /** "It is over." */
  CLEAR,
  /** "I have seen it, and it is over": both at once. */
  RESOLVE,
  /** "This one is for ...": the text names who. */
  ASSIGN,
  /** A remark for the history. */
  COMMENT,
  /** "Not now": no escalation until a given time. */
  SNOOZE,
  /** The wearer says that they are well; within the countdown it clears the alert. */
  IM_OK;

  /** As messages and the command line name it: {@code ack}, {@code im-ok}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that a message or the command line calls so. */
  public static Optional<CommandKind> named(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** As a line of history names it. */
  String action() {
    return switch (this) {
      case ACK -> "acknowledged";
      case UNACK -> "handedBack";
      case CLEAR -> "cleared";
      case RESOLVE -> "resolved";
      case ASSIGN -> "assigned";
      case COMMENT -> "commented";
      case SNOOZE -> "snoozed";
      case IM_OK -> "imOk";
    };
  }
}

package io.vigil.metric;

import static io.vigil.metric.Kind.COUNTER;
import static io.vigil.metric.Kind.GAUGE;
import static io.vigil.metric.Kind.HISTOGRAM;

import java.util.Arrays;
import java.util.List;

/**
 * What the job counts besides what Flink counts for every job. Names are a contract: dashboards and
 * alert rules are made of them.
 */
public enum JobMetric implements Named {
  MESSAGES_READ("messagesRead", COUNTER, "messages", "Messages that came to the decoder."),
  MESSAGE_BYTES(
      "messageBytes", COUNTER, "bytes", "Their bytes: over messages, how long one usually is."),
  SAMPLES_READ("samplesRead", COUNTER, "samples", "Samples in messages, usable or not."),
  SAMPLES_INVALID("samplesInvalid", COUNTER, "samples", "Samples that could not be used."),
  SAMPLES_LATE(
      "samplesLate", COUNTER, "samples", "Samples older than their participant's clock allows."),
  SAMPLES_INCOMPLETE(
      "samplesIncomplete",
      COUNTER,
      "samples",
      "Samples at the edge of a gap, which fill no whole window."),
  SAMPLES_DUPLICATE(
      "samplesDuplicate", COUNTER, "samples", "Samples that came again, and changed nothing."),
  SAMPLES_ERASED(
      "samplesErased", COUNTER, "samples", "Samples of people who were erased; they are refused."),
  DEAD_LETTERS(
      "deadLetters",
      COUNTER,
      "letters",
      "Dead letters: input that was not understood, was not possible, came too late or was no command.",
      "reason"),
  PARTICIPANTS_ACTIVE(
      "participantsActive",
      GAUGE,
      "participants",
      "Participants of whom something came within the last five to ten minutes."),
  PARTICIPANTS_FIRST_SEEN(
      "participantsFirstSeen",
      COUNTER,
      "participants",
      "Participants of whom nothing was remembered when something came."),
  PARTICIPANTS_FORGOTTEN(
      "participantsForgotten",
      COUNTER,
      "participants",
      "Participants who were forgotten, because nothing came of them for participants.forgetAfter."),
  WINDOWS("windows", COUNTER, "windows", "Windows that were closed."),
  WINDOWS_SCORED(
      "windowsScored", COUNTER, "windows", "Windows by what the model said of them.", "activity"),
  WINDOW_DELAY(
      "windowDelayMillis",
      HISTOGRAM,
      "milliseconds",
      "From the end of a window, by the clock of its sensor, to its result."),
  EPISODES("episodes", COUNTER, "episodes", "Episodes that were closed."),
  MODEL_IN_FORCE(
      "modelInForce",
      GAUGE,
      "1 or 0",
      "1 for the model that everybody's newest windows are scored by, where they have no other.",
      "model",
      "version"),
  MODELS_TAKEN("modelsTaken", COUNTER, "promotions", "Promotions that were found good."),
  MODELS_REFUSED(
      "modelsRefused", COUNTER, "promotions", "Promotions that were refused: the model stays."),
  TAKEOVERS_HEARD(
      "takeoversHeard", COUNTER, "promotions", "Promotions that a scoring task has heard of."),
  TAKEOVERS_LATE(
      "takeoversLate",
      COUNTER,
      "participants",
      "Participants whose windows the model before had scored where the new one should have."),
  SHADOW_WINDOWS("shadowWindows", COUNTER, "windows", "Windows that a challenger scored too."),
  SHADOW_AGREEMENTS("shadowAgreements", COUNTER, "windows", "Those of them that both agree on."),
  IN_FORCE("inForce", COUNTER, "windows", "What the model in force said of them.", "activity"),
  CHALLENGER("challenger", COUNTER, "windows", "What the challenger said of them.", "activity"),
  HIGHEST_STABILITY_INDEX(
      "highestStabilityIndex",
      GAUGE,
      "index",
      "The feature furthest from training in the newest day: over 0.25 is another population."),
  PARTICIPANTS_DRIFTING(
      "participantsDrifting",
      GAUGE,
      "participants",
      "Participants whose newest day is unlike their own before."),
  EXAMPLES_CHOSEN(
      "examplesChosen",
      COUNTER,
      "windows",
      "Windows that were kept: LABELLED for training, UNCERTAIN and UNIFORM as questions to reviewers.",
      "reason"),
  ALERTS_RAISED("alertsRaised", COUNTER, "alerts", "Alerts as they began.", "type", "severity"),
  ALERT_CHANGES("alertChanges", COUNTER, "changes", "Forms of alerts that were written."),
  FALL_DELAY(
      "fallDelayMillis",
      HISTOGRAM,
      "milliseconds",
      "From an impact, by the clock of its sensor, to the alert of a fall; without uploaded backlogs."),
  COMMANDS_FOLLOWED("commandsFollowed", COUNTER, "commands", "Commands that were followed."),
  COMMANDS_REPEATED("commandsRepeated", COUNTER, "commands", "Commands that came again."),
  COMMANDS_REFUSED("commandsRefused", COUNTER, "commands", "Commands that were refused."),
  RULES_TAKEN("rulesTaken", COUNTER, "rule sets", "New rules that were found good."),
  RULES_REFUSED("rulesRefused", COUNTER, "rule sets", "Rules that were refused: the others stay."),
  MESSAGES_MISSED(
      "messagesMissed",
      COUNTER,
      "messages",
      "Messages that the hub dropped before they were read."),
  RECONNECTS("reconnects", COUNTER, "streams", "Streams of a partition that were opened again."),
  LAG("lag", GAUGE, "messages", "How far a partition is behind its hub, by AMQP.", "partition"),
  LOOKS_FAILED(
      "looksFailed", COUNTER, "looks", "Times that the store or the registry did not answer."),
  SPLITS_ENDED("splitsEnded", COUNTER, "splits", "Recordings of a demo that came to their end."),
  REQUEST_UNITS(
      "cosmos",
      "requestUnits",
      COUNTER,
      "request units",
      "Request units charged, also for requests that failed."),
  WRITTEN("cosmos", "written", COUNTER, "documents", "Documents stored."),
  SUPERSEDED(
      "cosmos",
      "superseded",
      COUNTER,
      "documents",
      "Documents with a revision of which the store had this or a later one."),
  MERGED(
      "cosmos",
      "merged",
      COUNTER,
      "documents",
      "Forms that were never sent, because a later form of the same document came first."),
  REFUSED(
      "cosmos",
      "refused",
      COUNTER,
      "documents",
      "Documents that Cosmos DB will not take, each put aside as a dead letter."),
  DROPPED(
      "cosmos",
      "dropped",
      COUNTER,
      "documents",
      "Dead letters of refused documents that were refused too: the log has them."),
  THROTTLED(
      "cosmos",
      "throttled",
      COUNTER,
      "requests",
      "Requests that were answered with 429: more request units are used than are bought."),
  RETRIES("cosmos", "retries", COUNTER, "requests", "Requests sent again."),
  RETRIES_BY_REASON(
      "cosmos", "retries", COUNTER, "requests", "The same by the answer before.", "reason"),
  QUEUE_DEPTH("cosmos", "queueDepth", GAUGE, "documents", "Documents that wait or are under way."),
  IN_FLIGHT("cosmos", "inFlight", GAUGE, "requests", "Requests under way."),
  OLDEST_WAITING(
      "cosmos",
      "oldestWaitingMillis",
      GAUGE,
      "milliseconds",
      "How long the longest waiting document has waited; 0 where none waits.");

  /** Those of the sink to Cosmos DB that have no labels. */
  public static final List<JobMetric> OF_COSMOS =
      Arrays.stream(values())
          .filter(metric -> metric.group.equals("cosmos") && metric.labels().isEmpty())
          .toList();

  private static final String SCOPE = "flink_taskmanager_job_task_operator_";

  private final String group;
  private final String title;
  private final Described described;

  JobMetric(String title, Kind kind, String unit, String comment, String... labels) {
    this("", title, kind, unit, comment, labels);
  }

  JobMetric(String group, String title, Kind kind, String unit, String comment, String... labels) {
    this.group = group;
    this.title = title;
    this.described =
        new Described(prometheus(group, title, labels), kind, unit, List.of(labels), comment);
  }

  /** The metric's name in Flink. */
  public String title() {
    return title;
  }

  /** The group below the operator that it is in, or the empty string. */
  String group() {
    return group;
  }

  /** Flink's reporter puts the names of groups, those of labels among them, before the title. */
  private static String prometheus(String group, String title, String... labels) {
    StringBuilder name = new StringBuilder(SCOPE);
    if (!group.isEmpty()) {
      name.append(group).append('_');
    }
    for (String label : labels) {
      name.append(label).append('_');
    }
    return name.append(title).toString();
  }

  @Override
  public Described described() {
    return described;
  }
}

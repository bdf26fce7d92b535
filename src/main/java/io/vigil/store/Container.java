package io.vigil.store;

import java.util.List;

/** The kinds of documents; each has a container of its own. */
public enum Container {
  /** Episodes of an activity. */
  ACTIVITIES("activities", "/participantId", "/day"),
  /** Assistance alerts. */
  ALERTS("alerts", "/participantId"),
  /** What people answer to alerts, where no hub carries that. */
  COMMANDS("commands", "/participantId"),
  /** What became of commands and of new rules. */
  ANSWERS("answers", "/participantId"),
  /** New rules for the running job. */
  RULES("rules", "/id"),
  /** That the job lives: one document, written again and again. */
  HEARTBEATS("heartbeats", "/id"),
  /** The label of every window: for research, off by default. */
  PREDICTIONS("predictions", "/participantId", "/day"),
  /** Windows that people are asked about. */
  REVIEWS("reviews", "/participantId", "/day"),
  /** What people say of them: written by those who ask them, and never changed. */
  LABELS("labels", "/participantId"),
  /** How each day lies beside the training of the model that scored it. */
  HEALTH("health", "/day"),
  /** Input that could not be used. */
  DEAD_LETTERS("deadletters", "/source"),
  /** Whom nothing is kept of any more, and the receipts of that. */
  ERASURES("erasures", "/id"),
  /** What became of the samples, for the summary of a bounded run. */
  TALLIES("tallies", "/id");

  private final String title;
  private final List<String> partitionKey;

  Container(String title, String... partitionKey) {
    this.title = title;
    this.partitionKey = List.of(partitionKey);
  }

  /** The container's name in stores and of files. */
  public String title() {
    return title;
  }

  /** What its documents are spread by in Cosmos DB: paths in their bodies, the coarsest first. */
  public List<String> partitionKey() {
    return partitionKey;
  }
}

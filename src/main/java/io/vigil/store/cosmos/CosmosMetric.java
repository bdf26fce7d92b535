package io.vigil.store.cosmos;

/** What the sink counts. Names are a contract: dashboards and alarms are made of them. */
public enum CosmosMetric {
  /** Request units charged since the start, for every request, also of those that failed. */
  REQUEST_UNITS("requestUnits"),
  /** Documents stored. */
  WRITTEN("written"),
  /** Documents with a revision of which the store had this or a later one. */
  SUPERSEDED("superseded"),
  /** Forms that were never sent, because a later form of the same document came first. */
  MERGED("merged"),
  /** Documents that Cosmos DB will not take, each put aside as a dead letter. */
  REFUSED("refused"),
  /** Dead letters of refused documents that were refused too: the log has them. */
  DROPPED("dropped"),
  /** Requests that were answered with 429: more request units are used than are bought. */
  THROTTLED("throttled"),
  /** Requests sent again; by {@code reason} in a group of that name. */
  RETRIES("retries"),
  /** Documents that wait or are under way, now. */
  QUEUE_DEPTH("queueDepth"),
  /** Requests under way, now. */
  IN_FLIGHT("inFlight"),
  /** How long the longest waiting document has waited for its end, now; 0 where none waits. */
  OLDEST_WAITING("oldestWaitingMillis");

  private final String title;

  CosmosMetric(String title) {
    this.title = title;
  }

  /** The metric's name, below the group {@code cosmos}. */
  public String title() {
    return title;
  }
}

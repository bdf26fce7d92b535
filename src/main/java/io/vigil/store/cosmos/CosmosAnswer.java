package io.vigil.store.cosmos;

import static io.vigil.store.cosmos.CosmosAnswer.Verdict.DEAD_LETTER;
import static io.vigil.store.cosmos.CosmosAnswer.Verdict.DONE;
import static io.vigil.store.cosmos.CosmosAnswer.Verdict.FATAL;
import static io.vigil.store.cosmos.CosmosAnswer.Verdict.LOOK_AGAIN;
import static io.vigil.store.cosmos.CosmosAnswer.Verdict.RETRY;

/** What an answer of Cosmos DB to a write means, why, and what to do about it. */
enum CosmosAnswer {
  STORED(DONE, "stored", ""),

  // Another writer was there: a write that must not go back looks which form is stored now.
  EXISTS(LOOK_AGAIN, "a form of the document is there already", ""),
  CHANGED(LOOK_AGAIN, "another form of the document was stored meanwhile", ""),
  ABSENT(LOOK_AGAIN, "the document is not there (any more)", ""),

  // The same request may succeed later. The client sends writes once for all but the first.
  THROTTLED(RETRY, "more request units are used than are bought", "buy more, or write less"),
  CONTENDED(RETRY, "the document is being written by somebody else", "nothing; it passes"),
  UNAVAILABLE(RETRY, "the service is not available", "look at the service's health if it lasts"),
  SERVER_ERROR(RETRY, "the service failed", "look at the service's health if it lasts"),
  TIMED_OUT(RETRY, "the answer took too long; it may have been written", "nothing; it passes"),
  MOVED(RETRY, "the partition is moving or splitting", "nothing; it passes"),
  LAGGING(RETRY, "the replica asked is behind", "nothing; it passes"),
  REGION_CHANGED(RETRY, "this region does not take writes now", "nothing; a fail-over passes"),
  LOST(RETRY, "the connection broke; it may have been written", "look at the network if it lasts"),

  // This document will never be taken; others will.
  TOO_LARGE(DEAD_LETTER, "the document is larger than Cosmos DB takes", "look who sends so much"),
  REFUSED(DEAD_LETTER, "the document is not acceptable", "look at the reason given"),
  PARTITION_FULL(
      DEAD_LETTER,
      "the participant's partition holds all it can (20 GB)",
      "keep documents for a shorter time, or delete old ones"),

  // Nothing will be taken until somebody puts it right.
  UNKNOWN_CALLER(
      FATAL,
      "the key or token was not accepted",
      "set cosmos.key to a read-write key of this account, or leave it out to sign in by identity"),
  NOT_ALLOWED(
      FATAL,
      "this is not allowed to us",
      "give the identity the role Cosmos DB Built-in Data Contributor, or let the firewall pass it"),
  NO_CONTAINER(
      FATAL,
      "database or container is not there",
      "set cosmos.createIfMissing to true, or make it yourself"),
  OTHER_PARTITION_KEY(
      FATAL,
      "the container has another partition key than ours",
      "name another database, or move the container away");

  /** What is done about an answer. */
  enum Verdict {
    /** The request did what it should. */
    DONE,
    /** The document's stored form must be looked at before it is written. */
    LOOK_AGAIN,
    /** The same again, after a pause. */
    RETRY,
    /** The document is put aside, with the reason. */
    DEAD_LETTER,
    /** The job stops. */
    FATAL
  }

  private final Verdict verdict;
  private final String reason;
  private final String advice;

  CosmosAnswer(Verdict verdict, String reason, String advice) {
    this.verdict = verdict;
    this.reason = reason;
    this.advice = advice;
  }

  /**
   * What an answer means.
   *
   * @param status of HTTP; 0 where nothing came back
   * @param subStatus of Cosmos DB; 0 where there is none
   */
  static CosmosAnswer of(Step step, int status, int subStatus) {
    return switch (status) {
      case 0 -> LOST;
      case 200, 201, 204, 304 -> STORED;
      case 400 -> subStatus == 1001 ? OTHER_PARTITION_KEY : REFUSED;
      case 401 -> UNKNOWN_CALLER;
      case 403 ->
          switch (subStatus) {
            case 3 -> REGION_CHANGED;
            case 1014 -> PARTITION_FULL;
            default -> NOT_ALLOWED;
          };
      case 404 ->
          switch (subStatus) {
            case 1002 -> LAGGING;
            case 1003, 1004 -> NO_CONTAINER;
            default -> step == Step.READ || step == Step.REPLACE ? ABSENT : NO_CONTAINER;
          };
      case 408 -> TIMED_OUT;
      case 409 -> step == Step.CREATE ? EXISTS : CONTENDED;
      case 410 -> MOVED;
      case 412 -> step == Step.REPLACE ? CHANGED : CONTENDED;
      case 413 -> TOO_LARGE;
      case 424, 449 -> CONTENDED;
      case 429 -> THROTTLED;
      case 502, 504 -> UNAVAILABLE;
      case 503 -> subStatus == 10001 ? LOST : UNAVAILABLE;
      default -> status >= 500 ? SERVER_ERROR : REFUSED;
    };
  }

  Verdict verdict() {
    return verdict;
  }

  String reason() {
    return reason;
  }

  String advice() {
    return advice;
  }
}

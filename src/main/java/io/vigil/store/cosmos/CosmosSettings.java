package io.vigil.store.cosmos;

import java.io.Serializable;
import java.time.Duration;

/**
 * How documents are kept.
 *
 * @param account where
 * @param createIfMissing whether database and containers are made where they are missing
 * @param throughput bought when they are made
 * @param activitiesKept after their last write; zero for ever. Predictions too.
 * @param reviewsKept after their last write; zero for ever
 * @param deadLettersKept after their last write; zero for ever
 */
public record CosmosSettings(
    CosmosAccount account,
    boolean createIfMissing,
    Throughput throughput,
    Duration activitiesKept,
    Duration reviewsKept,
    Duration deadLettersKept)
    implements Serializable {

  /**
   * Request units a second, bought for the database and shared by its containers.
   *
   * @param mode how they are bought
   * @param units a second, at most; 0 where serverless
   */
  public record Throughput(Mode mode, int units) implements Serializable {

    /** How request units are bought. */
    public enum Mode {
      /** Each is paid for as it is used. */
      SERVERLESS,
      /** So many, always. */
      MANUAL,
      /** Up to so many. */
      AUTOSCALE
    }
  }
}

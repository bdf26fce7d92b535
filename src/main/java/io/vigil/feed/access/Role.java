package io.vigil.feed.access;

/** What somebody is to the people who are watched over. */
public enum Role {
  /** Sees their own people, and answers their alerts. */
  CAREGIVER,
  /** Sees everybody's uncertain windows without names, and labels them. */
  REVIEWER,
  /** Sees technical alerts and how the job is, and nobody's days. */
  OPERATOR,
  /** Sees and does everything. */
  ADMIN
}

package io.vigil.feed.hook;

/** Where a message is on its way. */
public enum DeliveryState {
  /** It is sent as soon as it may be. */
  QUEUED,
  /** The receiver has it. */
  DELIVERED,
  /** It called somebody who need not come any more, and is not sent. */
  DROPPED,
  /** It was given up; it is kept and can be sent again. */
  DEAD
}

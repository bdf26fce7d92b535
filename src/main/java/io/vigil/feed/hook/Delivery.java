package io.vigil.feed.hook;

/**
 * A message that is to be sent.
 *
 * @param number its place in the ledger
 * @param alertId whose messages keep their order
 * @param message what is sent
 * @param attempts made before
 * @param queued when it was queued, milliseconds since the epoch
 */
record Delivery(long number, String alertId, Message message, int attempts, long queued) {}

package io.vigil.source.amqp.server;

import java.time.Instant;

/**
 * A message in a partition.
 *
 * @param sequenceNumber counts by one
 * @param offset a number that grows, but not by one
 * @param enqueued when it arrived, ascending
 * @param partitionKey or null where it was sent without
 * @param body the bytes of its data section
 * @param encoded the whole message as readers are sent it
 */
public record StoredMessage(
    long sequenceNumber,
    long offset,
    Instant enqueued,
    String partitionKey,
    byte[] body,
    byte[] encoded) {}

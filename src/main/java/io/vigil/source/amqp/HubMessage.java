package io.vigil.source.amqp;

/**
 * A message as a hub delivers it.
 *
 * @param sequence its number in the partition, one more than that of the message before
 * @param offset the hub's own word for its place
 * @param arrived when it reached the hub, milliseconds since the epoch
 * @param newest the sequence number of the newest message in the partition as the hub last said, or
 *     {@link Place#UNKNOWN}
 * @param body the bytes, not copied
 */
record HubMessage(long sequence, String offset, long arrived, long newest, byte[] body) {}

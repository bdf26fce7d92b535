package io.vigil.source.amqp.server;

/**
 * What a server has done so far.
 *
 * @param connections accepted in all
 * @param openConnections open now
 * @param linksOpened of readers and senders, not those for tokens and management
 * @param messagesDelivered sent to readers
 * @param messagesStored received from senders
 * @param sendsRefused as the test wished
 * @param managementCalls for properties of hubs and partitions
 * @param tokens presented, good or bad
 */
public record Counters(
    long connections,
    long openConnections,
    long linksOpened,
    long messagesDelivered,
    long messagesStored,
    long sendsRefused,
    long managementCalls,
    long tokens) {}

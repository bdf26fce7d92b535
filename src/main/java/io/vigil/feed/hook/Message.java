package io.vigil.feed.hook;

/**
 * What is posted.
 *
 * @param id by which a receiver knows that it has it already
 * @param type such as {@code alert.raised}
 * @param body JSON, without names
 */
record Message(String id, String type, String body) {}

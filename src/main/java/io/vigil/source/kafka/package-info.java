/**
 * Event Hubs by its Kafka endpoint: how to connect to it, a source, what can go wrong in words, and
 * the check of {@code vigil doctor}.
 */
package io.vigil.source.kafka;

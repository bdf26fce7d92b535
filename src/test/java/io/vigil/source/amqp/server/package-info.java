/**
 * An Event Hubs namespace for tests: speaks as much AMQP 1.0 as the unchanged client uses, over
 * loopback, with faults on demand.
 *
 * <p>Everything happens on one thread (an {@code EventLoop}), so nothing in here is locked.
 */
package io.vigil.source.amqp.server;

/** A Flink source of what only grows and must be asked for it: a store's changes, a registry. */
package io.vigil.source.polled;

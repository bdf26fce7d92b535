/**
 * What sensors send: messages, their codecs, device profiles, and the validation that turns bad
 * input into dead letters.
 */
package io.vigil.sensor;

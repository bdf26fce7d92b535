/**
 * Participant time: each participant's samples put in order on a clock of their own, and cut into
 * windows.
 */
package io.vigil.window;

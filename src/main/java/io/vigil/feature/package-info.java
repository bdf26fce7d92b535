/**
 * Features: pure functions of a window, of the wearer's own reference and of the windows before it.
 */
package io.vigil.feature;

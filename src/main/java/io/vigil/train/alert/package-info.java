/** Compares the alerts of recordings with what happened in them. */
package io.vigil.train.alert;

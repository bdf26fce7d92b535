/** Sends historical samples to a hub, as sensors would. */
package io.vigil.publish;

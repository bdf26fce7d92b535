/** The feed's metrics: what is counted as it happens, what is looked at when asked, and where. */
package io.vigil.feed.metric;

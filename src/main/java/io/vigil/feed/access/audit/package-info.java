/** Who saw and did what: written beside the feed, without names, for administrators to read. */
package io.vigil.feed.access.audit;

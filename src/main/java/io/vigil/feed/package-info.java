/** The caregivers' feed: who needs help, on a page, a stream and a hook. */
package io.vigil.feed;

/** What is told as it happens: Server-Sent Events, to each what they may hear. */
package io.vigil.feed.stream;

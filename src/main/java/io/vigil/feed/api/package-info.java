/** What can be asked of the feed and told to it, as JSON over HTTP. */
package io.vigil.feed.api;

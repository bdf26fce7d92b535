/**
 * What the feed has told, in the order in which it told it: kept, so that a break loses nothing.
 */
package io.vigil.feed.log;

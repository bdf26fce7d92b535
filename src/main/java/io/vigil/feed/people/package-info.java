/** Who people are: their names, which nothing but the feed knows, and whose they are. */
package io.vigil.feed.people;

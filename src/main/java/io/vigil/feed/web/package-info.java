/** The web server that the feed's parts are put into, and what they share. */
package io.vigil.feed.web;

/** What holds now, in memory: the newest of each person and alert, kept up by the changes. */
package io.vigil.feed.board;

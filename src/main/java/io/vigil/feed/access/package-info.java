/** Who may see whom, and who did what. */
package io.vigil.feed.access;

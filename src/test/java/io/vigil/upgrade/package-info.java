/** What a release left behind, and this build must take over: savepoints, and what follows them. */
package io.vigil.upgrade;

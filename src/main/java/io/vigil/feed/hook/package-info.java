/** Hooks: transitions of alerts, pushed to where caregivers already are. */
package io.vigil.feed.hook;

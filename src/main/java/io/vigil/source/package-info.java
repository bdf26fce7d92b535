/** Where samples come from: historical files (and, for the always-on job, Event Hubs). */
package io.vigil.source;

/** Processes, networks and folders that can be broken, and what is sent through them. */
package io.vigil.fault.rig;

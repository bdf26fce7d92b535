/** Says whether a job can go on from a savepoint or a checkpoint, before it is tried. */
package io.vigil.savepoint;

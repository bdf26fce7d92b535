/**
 * What steps remember of participants, kept on the heap from one checkpoint to the next where the
 * state backend would pack and unpack it with every record.
 */
package io.vigil.kept;

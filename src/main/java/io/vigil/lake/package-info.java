/** Examples as files that anybody can read: written by the job, read by training. */
package io.vigil.lake;

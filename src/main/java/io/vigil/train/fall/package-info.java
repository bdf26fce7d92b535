/** Trains the model of falls, and measures it on people left out. */
package io.vigil.train.fall;

/** From labelled windows to a model: the data set, training, evaluation. */
package io.vigil.train;

/** Whether people, their sensors and what the model says of them are still as in training. */
package io.vigil.learn.drift;

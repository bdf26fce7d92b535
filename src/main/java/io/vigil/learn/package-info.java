/** Which windows people and retraining should see, and what people say of them. */
package io.vigil.learn;

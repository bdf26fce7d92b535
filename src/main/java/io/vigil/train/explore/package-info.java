/** A data set as a page with pictures: who, what, how it looks, and what can be learned of it. */
package io.vigil.train.explore;

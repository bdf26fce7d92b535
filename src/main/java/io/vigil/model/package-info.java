/** Models: the artifact and its registry, the compiled forest, and the scoring of windows. */
package io.vigil.model;

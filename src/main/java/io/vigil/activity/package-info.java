/** Activities: the taxonomy of labels, and episodes of consecutive windows of one activity. */
package io.vigil.activity;

/**
 * Falls, found on one participant's samples: an impact, what went before it and what came after,
 * judged by a model; then whether the person gets up or lies still.
 */
package io.vigil.alert.fall;

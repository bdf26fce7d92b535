/** What goes wrong, a class each. */
package io.vigil.fault.kind;

/** Documents and where they are kept. */
package io.vigil.store;

/** What Vigil promises whatever happens, a class each. */
package io.vigil.fault.promise;

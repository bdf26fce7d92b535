/** Whom the job forgets and refuses: what is asked, who is refused, and the door that does it. */
package io.vigil.erasure;

/** Signing in by an OpenID provider: sessions for the page, bearer tokens for the API. */
package io.vigil.feed.access.oidc;

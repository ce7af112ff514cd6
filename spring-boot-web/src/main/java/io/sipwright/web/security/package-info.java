/** Who may use the REST API: nobody, until a token is configured or a user of the host has the role. */
@NullMarked
package io.sipwright.web.security;

import org.jspecify.annotations.NullMarked;

/** Keeps trunks and SIP users in the host's own database: PostgreSQL, MariaDB or H2. */
@NullMarked
package io.sipwright.jdbc;

import org.jspecify.annotations.NullMarked;

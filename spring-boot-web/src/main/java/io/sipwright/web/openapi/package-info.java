/** What the REST API says of itself in the OpenAPI document of a host that has springdoc. */
@NullMarked
package io.sipwright.web.openapi;

import org.jspecify.annotations.NullMarked;

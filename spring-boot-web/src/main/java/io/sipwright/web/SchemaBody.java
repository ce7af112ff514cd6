package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/**
 * A JSON Schema.
 *
 * @param members of its root
 */
record SchemaBody(@JsonValue Map<String, Object> members) implements ApiBody {}

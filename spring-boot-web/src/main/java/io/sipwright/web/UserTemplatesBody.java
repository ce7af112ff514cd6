package io.sipwright.web;

import java.util.Map;

/**
 * All kinds of users.
 *
 * @param templates by id
 */
record UserTemplatesBody(boolean success, Map<String, UserTemplateInfo> templates) implements ApiBody {}

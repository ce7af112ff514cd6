package io.sipwright.web;

import java.util.List;
import java.util.Map;

/**
 * All carriers.
 *
 * @param providers their ids, sorted
 * @param info by id
 */
record ProvidersBody(boolean success, List<String> providers, Map<String, ProviderInfo> info) implements ApiBody {}

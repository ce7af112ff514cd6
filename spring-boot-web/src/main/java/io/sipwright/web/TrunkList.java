package io.sipwright.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of trunks.
 *
 * @param count how many there are on all pages
 * @param next what {@code after} is to be for the next page; null on the last
 */
record TrunkList(
        boolean success,
        List<TrunkBody> trunks,
        long count,
        @Nullable String next) implements ApiBody {}

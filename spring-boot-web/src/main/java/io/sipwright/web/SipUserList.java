package io.sipwright.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of SIP users.
 *
 * @param count how many there are on all pages
 * @param next what {@code after} is to be for the next page; null on the last
 */
record SipUserList(
        boolean success,
        List<SipUserBody> users,
        long count,
        @Nullable String next) implements ApiBody {}

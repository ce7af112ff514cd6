package io.sipwright.ari;

import java.util.List;

/** The types of objects that memory can hold ahead of the files. */
final class Types {

    static final String AUTH = "auth";
    static final String AOR = "aor";
    static final String ENDPOINT = "endpoint";

    /** What is named comes before what names it, so that an endpoint is never there without its password. */
    static final List<String> IN_ORDER = List.of(AUTH, AOR, ENDPOINT);

    private Types() {}
}

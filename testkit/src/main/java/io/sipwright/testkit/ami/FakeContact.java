package io.sipwright.testkit.ami;

import java.nio.charset.StandardCharsets;

/** An address of an aor. Immutable; in the order of Asterisk, which is that of the keys. */
record FakeContact(String aor, String uri, boolean isPermanent) implements Comparable<FakeContact> {

    static FakeContact permanent(String aor, String uri) {
        return new FakeContact(aor, uri, true);
    }

    static FakeContact registered(String aor, String uri) {
        return new FakeContact(aor, uri, false);
    }

    /** The name of the contact, and of a registered one in the database. */
    String key() {
        return aor + (isPermanent ? "@@" : ";@") + Md5.hex(uri.getBytes(StandardCharsets.UTF_8));
    }

    /** What a list shows. */
    String shown() {
        return aor + "/" + uri;
    }

    @Override
    public int compareTo(FakeContact other) {
        return key().compareTo(other.key());
    }
}

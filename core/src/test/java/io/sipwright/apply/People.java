package io.sipwright.apply;

import io.sipwright.user.SipUserSpec;

/** Users that pass all checks. */
final class People {

    private People() {}

    static SipUserSpec user(String name) {
        return user(name, "internal");
    }

    static SipUserSpec user(String name, String context) {
        return builder(name).context(context).build();
    }

    static SipUserSpec.Builder builder(String name) {
        return SipUserSpec.builder(name, "basic_user").extension("1001").secret("Vk7#qLw2-Zr9xTm4");
    }
}

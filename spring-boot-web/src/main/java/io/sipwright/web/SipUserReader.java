package io.sipwright.web;

import io.sipwright.Sipwright;
import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretGenerator;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserFields;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import org.jspecify.annotations.Nullable;

/** Understands requests about SIP users. */
record SipUserReader(Templates templates) {

    private static final SecretGenerator SECRETS = new SecretGenerator();
    private static final String TEMPLATE = "template_type";
    private static final String GENERATE = "generate_secret";
    private static final String NOTES = "notes";

    static SipUserReader of(Sipwright sipwright) {
        return new SipUserReader(new Templates(sipwright));
    }

    Reading<SipUserSpec> spec(RequestObject request) {
        Members members = new Members(request.json(), Wording.READ_ONLY);
        String name = members.text("username");
        String template = members.text(TEMPLATE);
        SipUserSpec.Builder builder = SipUserSpec.builder(
                name == null ? "" : name, template == null ? SipUserSpec.DEFAULT_TEMPLATE : template);
        Boolean active = members.bool("is_active");
        builder.active(active == null || active);
        builder.notes(members.text(NOTES));
        members.overrides("overrides").forEach(builder::override);
        Secret generated = generated(members, builder);
        members.fields(builder);
        members.poison(builder);
        return new Reading<>(builder.build(), members.violations(), generated, Wording.USER);
    }

    /**
     * Understands a change.
     *
     * @param merge whether it is a merge patch
     */
    Reading<SipUserPatch> patch(RequestObject request, SipUser present, boolean merge) {
        Members members = UpdateMembers.of(request, templates.body(present));
        UpdateMembers.name(members, "username", present.name());
        SipUserPatch.Builder builder = SipUserPatch.builder();
        if (members.isNull(TEMPLATE)) {
            members.take(TEMPLATE);
            builder.template(SipUserSpec.DEFAULT_TEMPLATE);
        } else {
            builder.template(UpdateMembers.template(members, TEMPLATE, present.template()));
        }
        if (members.has("is_active")) {
            Boolean active = members.bool("is_active");
            builder.active(active == null || active);
        }
        if (members.has(NOTES)) {
            builder.notes(members.text(NOTES));
        }
        if (members.has("overrides")) {
            builder.overrides(UpdateMembers.overrides(members, present.spec().overrides(), merge));
        }
        Secret generated = generated(members, builder);
        members.fields(builder);
        members.poison(builder);
        return new Reading<>(builder.build(), members.violations(), generated, Wording.USER);
    }

    private static @Nullable Secret generated(Members members, SipUserFields<?> editor) {
        if (!Boolean.TRUE.equals(members.bool(GENERATE))) {
            return null;
        }
        if (members.has("secret") && !members.isNull("secret")) {
            members.wrong(GENERATE, "secret.given", "There is a secret already: leave one of the two out.");
            return null;
        }
        members.take("secret");
        Secret secret = SECRETS.generate();
        editor.secret(secret);
        return secret;
    }
}

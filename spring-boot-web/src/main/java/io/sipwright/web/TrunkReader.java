package io.sipwright.web;

import io.sipwright.Sipwright;
import io.sipwright.template.FieldEditor;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands requests about trunks. */
record TrunkReader(Templates templates) {

    private static final String AUTH_TYPE = "auth_type";
    private static final String REGISTRATION_ENABLED = "registration_enabled";
    private static final String IP = "ip";
    private static final String REGISTRATION = "registration";
    private static final String CREDENTIALS = "credentials";

    static TrunkReader of(Sipwright sipwright) {
        return new TrunkReader(new Templates(sipwright));
    }

    Reading<TrunkSpec> spec(RequestObject request) {
        Members members = new Members(request.json(), Wording.READ_ONLY);
        String name = members.text("trunk_name");
        String provider = members.text("provider");
        TrunkSpec.Builder builder = TrunkSpec.builder(name == null ? "" : name, provider == null ? "" : provider);
        Boolean active = members.bool("is_active");
        builder.active(active == null || active);
        builder.allowWideInbound(Boolean.TRUE.equals(members.bool("allow_wide_inbound")));
        members.overrides("overrides").forEach(builder::override);
        ProviderTemplate template = provider == null ? null : templates.provider(provider);
        auth(members, template, usualAuth(template), builder);
        members.fields(builder);
        members.poison(builder);
        return new Reading<>(builder.build(), members.violations(), null, Wording.TRUNK);
    }

    /**
     * Understands a change.
     *
     * @param merge whether it is a merge patch
     */
    Reading<TrunkPatch> patch(RequestObject request, Trunk present, boolean merge) {
        Members members = UpdateMembers.of(request, templates.body(present));
        UpdateMembers.name(members, "trunk_name", present.name());
        TrunkPatch.Builder builder = TrunkPatch.builder();
        String provider = UpdateMembers.template(members, "provider", present.provider());
        builder.provider(provider);
        if (members.has("is_active")) {
            Boolean active = members.bool("is_active");
            builder.active(active == null || active);
        }
        if (members.has("allow_wide_inbound")) {
            builder.allowWideInbound(Boolean.TRUE.equals(members.bool("allow_wide_inbound")));
        }
        if (members.has("overrides")) {
            OptionOverride[] overrides =
                    UpdateMembers.overrides(members, present.spec().overrides(), merge);
            builder.overrides(overrides);
        }
        ProviderTemplate template = templates.provider(provider);
        auth(members, template, TrunkBody.auth(present, templates.provider(present.provider())), builder);
        members.fields(builder);
        members.poison(builder);
        return new Reading<>(builder.build(), members.violations(), null, Wording.TRUNK);
    }

    private static @Nullable String usualAuth(@Nullable ProviderTemplate template) {
        return template == null || template.authModes().isEmpty()
                ? null
                : template.authModes().get(0);
    }

    /** The specification's two columns stand for one field, which counts where it is given itself. */
    private static void auth(
            Members members, @Nullable ProviderTemplate template, @Nullable String present, FieldEditor<?> editor) {
        boolean removed = members.isNull(AUTH_TYPE);
        String type = members.text(AUTH_TYPE);
        Boolean registers = members.bool(REGISTRATION_ENABLED);
        if (type != null && !type.equals(IP) && !type.equals("credential")) {
            members.wrong(AUTH_TYPE, "field.choice", "Expected 'credential' or 'ip'.");
            return;
        }
        if (members.has(ProviderTemplate.AUTH)) {
            return;
        }
        if (removed) {
            editor.clear(ProviderTemplate.AUTH);
            return;
        }
        String wanted = wanted(type, registers, template, present);
        if (wanted != null && !wanted.equals(present)) {
            editor.field(ProviderTemplate.AUTH, wanted);
        }
    }

    private static @Nullable String wanted(
            @Nullable String type,
            @Nullable Boolean registers,
            @Nullable ProviderTemplate template,
            @Nullable String present) {
        if (type == null) {
            // Without registration means nothing to a trunk that has none anyway.
            return registers == null
                    ? null
                    : registers ? REGISTRATION : REGISTRATION.equals(present) ? CREDENTIALS : null;
        }
        if (type.equals(IP)) {
            return IP;
        }
        if (registers != null) {
            return registers ? REGISTRATION : first(template, Set.of(IP, REGISTRATION));
        }
        return present != null && !present.equals(IP) ? present : first(template, Set.of(IP));
    }

    /** The first way that a carrier offers other than some; where it takes no password, a certificate is the credential. */
    private static String first(@Nullable ProviderTemplate template, Set<String> others) {
        List<String> modes = template == null ? List.of() : template.authModes();
        return modes.stream().filter(mode -> !others.contains(mode)).findFirst().orElse(CREDENTIALS);
    }
}

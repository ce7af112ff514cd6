package io.sipwright.imports.bulk;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.secret.Secret;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects in which fields two descriptions of an object differ, secrets masked. Not thread-safe. */
final class SpecChanges {

    private final List<BulkChange> changes = new ArrayList<>();

    private SpecChanges() {}

    static List<BulkChange> between(ObjectSpec before, ObjectSpec after) {
        SpecChanges found = new SpecChanges();
        boolean user = after instanceof SipUserSpec;
        found.add(user ? BulkMembers.TEMPLATE : BulkMembers.PROVIDER, before.templateId(), after.templateId());
        found.add(BulkMembers.ACTIVE, yesOrNo(before.active()), yesOrNo(after.active()));
        if (before instanceof SipUserSpec was && after instanceof SipUserSpec becomes) {
            found.add(BulkMembers.NOTES, was.notes(), becomes.notes());
        } else if (before instanceof TrunkSpec was && after instanceof TrunkSpec becomes) {
            found.add(
                    BulkMembers.WIDE_INBOUND, yesOrNo(was.wideInboundAllowed()), yesOrNo(becomes.wideInboundAllowed()));
        }
        found.fields(before.fields().asMap(), after.fields().asMap());
        found.overrides(before.overrides(), after.overrides());
        return found.changes;
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    private void add(String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new BulkChange(field, emptyAsNone(before), emptyAsNone(after)));
        }
    }

    private static @Nullable String emptyAsNone(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private void fields(Map<String, FieldValue> before, Map<String, FieldValue> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            FieldValue was = before.get(name);
            FieldValue becomes = after.get(name);
            if (!Objects.equals(was, becomes)) {
                boolean secret = was != null && was.isSecret() || becomes != null && becomes.isSecret();
                changes.add(new BulkChange(name, shown(was, secret), shown(becomes, secret)));
            }
        }
    }

    private static @Nullable String shown(@Nullable FieldValue value, boolean secret) {
        return value == null ? null : secret ? Secret.MASK : value.text();
    }

    /** By path; where only the order differs, as a whole. */
    private void overrides(List<OptionOverride> before, List<OptionOverride> after) {
        if (before.equals(after)) {
            return;
        }
        Map<String, String> was = texts(before);
        Map<String, String> becomes = texts(after);
        Set<String> paths = new LinkedHashSet<>(becomes.keySet());
        paths.addAll(was.keySet());
        int earlier = changes.size();
        for (String path : paths) {
            String old = was.get(path);
            String fresh = becomes.get(path);
            if (!Objects.equals(old, fresh)) {
                changes.add(new BulkChange(BulkMembers.OVERRIDES + "." + path, masked(path, old), masked(path, fresh)));
            }
        }
        if (changes.size() == earlier) {
            changes.add(new BulkChange(
                    BulkMembers.OVERRIDES, String.join(", ", was.keySet()), String.join(", ", becomes.keySet())));
        }
    }

    private static Map<String, String> texts(List<OptionOverride> overrides) {
        Map<String, String> texts = new LinkedHashMap<>();
        overrides.forEach(override -> texts.merge(
                override.path(),
                override.values().isEmpty() ? "(removed)" : String.join(", ", override.values()),
                (first, second) -> first + ", " + second));
        return texts;
    }

    /** An option that is a secret in a section of any type. */
    private static @Nullable String masked(String path, @Nullable String value) {
        String option = path.substring(path.indexOf('.') + 1);
        boolean secret = PjsipSchema.of(AsteriskVersion.V22).types().values().stream()
                .anyMatch(type -> type.option(option).filter(OptionType::secret).isPresent());
        return value == null || !secret ? value : Secret.MASK;
    }
}

package io.sipwright.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.FieldValue;
import io.sipwright.template.OptionOverride;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of changes; the empty text stands for null. */
class SipUserPatchPropertyTest {

    @Property
    void an_empty_change_changes_nothing(@ForAll("users") SipUserSpec user) {
        assertThat(SipUserPatch.builder().build().applyTo(user)).isEqualTo(user);
    }

    @Property
    void twice_is_once(@ForAll("users") SipUserSpec user, @ForAll("fields") Map<String, String> changes) {
        SipUserPatch patch = patch(changes);

        assertThat(patch.applyTo(patch.applyTo(user))).isEqualTo(patch.applyTo(user));
    }

    @Property
    void changes_of_different_fields_commute(
            @ForAll("users") SipUserSpec user,
            @ForAll("fields") Map<String, String> one,
            @ForAll("fields") Map<String, String> two) {
        two.keySet().removeAll(one.keySet());

        assertThat(patch(one).applyTo(patch(two).applyTo(user)))
                .isEqualTo(patch(two).applyTo(patch(one).applyTo(user)));
    }

    @Property
    void one_after_the_other_is_both_at_once(
            @ForAll("users") SipUserSpec user,
            @ForAll("fields") Map<String, String> one,
            @ForAll("fields") Map<String, String> two) {
        Map<String, String> both = new LinkedHashMap<>(one);
        both.putAll(two);

        assertThat(patch(two).applyTo(patch(one).applyTo(user)))
                .isEqualTo(patch(both).applyTo(user));
    }

    @Property
    void fields_not_named_stay_and_null_takes_away(
            @ForAll("users") SipUserSpec user, @ForAll("fields") Map<String, String> changes) {
        SipUserSpec changed = patch(changes).applyTo(user);

        Set<String> all = new HashSet<>(user.fields().asMap().keySet());
        all.addAll(changes.keySet());
        assertThat(changed.fields().asMap().keySet()).isSubsetOf(all);
        all.forEach(field -> {
            String change = changes.get(field);
            FieldValue expected =
                    change == null ? user.fields().get(field) : change.isEmpty() ? null : FieldValue.of(change);
            assertThat(changed.fields().get(field)).isEqualTo(expected);
        });
        assertThat(changed.toBuilder().build()).isEqualTo(changed);
        assertThat(changed.withFields(user.fields())).isEqualTo(user);
    }

    private static SipUserPatch patch(Map<String, String> changes) {
        SipUserPatch.Builder patch = SipUserPatch.builder();
        changes.forEach((field, value) -> {
            if (value.isEmpty()) {
                patch.clear(field);
            } else {
                patch.field(field, value);
            }
        });
        return patch.build();
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        return Arbitraries.maps(
                        Arbitraries.of("extension", "secret", "callerid", "codecs", "unheard"),
                        Arbitraries.of("", "a", "b"))
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<SipUserSpec> users() {
        return Combinators.combine(
                        Arbitraries.of("a", "b"),
                        fields(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2))
                .as((name, fields, flag, overrides) -> {
                    SipUserSpec.Builder user =
                            SipUserSpec.builder(name, "basic_user").active(flag).notes(flag ? "" : "n");
                    fields.forEach(user::field);
                    for (int i = 0; i < overrides; i++) {
                        user.override(OptionOverride.set("endpoint", "language", "l" + i));
                    }
                    return user.build();
                });
    }
}

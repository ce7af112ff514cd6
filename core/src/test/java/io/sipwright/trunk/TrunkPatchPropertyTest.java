package io.sipwright.trunk;

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
class TrunkPatchPropertyTest {

    @Property
    void an_empty_change_changes_nothing(@ForAll("trunks") TrunkSpec trunk) {
        assertThat(TrunkPatch.builder().build().applyTo(trunk)).isEqualTo(trunk);
    }

    @Property
    void twice_is_once(@ForAll("trunks") TrunkSpec trunk, @ForAll("fields") Map<String, String> changes) {
        TrunkPatch patch = patch(changes);

        assertThat(patch.applyTo(patch.applyTo(trunk))).isEqualTo(patch.applyTo(trunk));
    }

    @Property
    void changes_of_different_fields_commute(
            @ForAll("trunks") TrunkSpec trunk,
            @ForAll("fields") Map<String, String> one,
            @ForAll("fields") Map<String, String> two) {
        two.keySet().removeAll(one.keySet());

        assertThat(patch(one).applyTo(patch(two).applyTo(trunk)))
                .isEqualTo(patch(two).applyTo(patch(one).applyTo(trunk)));
    }

    @Property
    void one_after_the_other_is_both_at_once(
            @ForAll("trunks") TrunkSpec trunk,
            @ForAll("fields") Map<String, String> one,
            @ForAll("fields") Map<String, String> two) {
        Map<String, String> both = new LinkedHashMap<>(one);
        both.putAll(two);

        assertThat(patch(two).applyTo(patch(one).applyTo(trunk)))
                .isEqualTo(patch(both).applyTo(trunk));
    }

    @Property
    void fields_not_named_stay_and_null_takes_away(
            @ForAll("trunks") TrunkSpec trunk, @ForAll("fields") Map<String, String> changes) {
        TrunkSpec changed = patch(changes).applyTo(trunk);

        Set<String> all = new HashSet<>(trunk.fields().asMap().keySet());
        all.addAll(changes.keySet());
        assertThat(changed.fields().asMap().keySet()).isSubsetOf(all);
        all.forEach(field -> {
            String change = changes.get(field);
            FieldValue expected =
                    change == null ? trunk.fields().get(field) : change.isEmpty() ? null : FieldValue.of(change);
            assertThat(changed.fields().get(field)).isEqualTo(expected);
        });
        assertThat(changed.toBuilder().build()).isEqualTo(changed);
        assertThat(changed.withFields(trunk.fields())).isEqualTo(trunk);
    }

    private static TrunkPatch patch(Map<String, String> changes) {
        TrunkPatch.Builder patch = TrunkPatch.builder();
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
                        Arbitraries.of("server", "username", "did", "codecs", "unheard"), Arbitraries.of("", "a", "b"))
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<TrunkSpec> trunks() {
        return Combinators.combine(
                        Arbitraries.of("a", "b"),
                        fields(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2))
                .as((name, fields, flag, overrides) -> {
                    TrunkSpec.Builder trunk =
                            TrunkSpec.builder(name, "telnyx").active(flag).allowWideInbound(!flag);
                    fields.forEach(trunk::field);
                    for (int i = 0; i < overrides; i++) {
                        trunk.override(OptionOverride.set("endpoint", "language", "l" + i));
                    }
                    return trunk.build();
                });
    }
}

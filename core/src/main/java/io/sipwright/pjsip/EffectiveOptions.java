package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a section says to Asterisk, whatever the words: the options whose effect differs from the default, each in one normal
 * form. Two sections of one type with equal effective options make the same object.
 *
 * <p>Of an option that stands twice the last line counts, unless its lines add up. {@code allow} and {@code disallow} together
 * are one list of codecs, under {@code allow}. Options that begin with {@code @} have no effect. Where Asterisk has two ways to
 * say a thing, the newer one stands here. Immutable and thread-safe.
 */
public final class EffectiveOptions {

    private final Map<String, List<String>> values;

    private EffectiveOptions(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Those of a section, as one version of Asterisk reads it. Options that it does not know stand as they are. */
    public static EffectiveOptions of(Section section, AsteriskVersion version) {
        Optional<SectionType> type = section.type().flatMap(PjsipSchema.of(version)::type);
        Map<String, List<String>> values = new TreeMap<>();
        CodecSelection codecs = new CodecSelection();
        for (SectionEntry entry : section.entries()) {
            if (!(entry instanceof Option option)
                    || option.name().equalsIgnoreCase(Section.TYPE)
                    || option.name().startsWith("@")) {
                continue;
            }
            OptionType known = type.flatMap(t -> t.option(option.name())).orElse(null);
            if (known == null) {
                values.put(option.name().toLowerCase(Locale.ROOT), List.of(option.value()));
            } else if (known.kind().equals("codec-list")) {
                codecs.take(known.name(), option.value());
            } else {
                String name = known.name().endsWith("*") ? option.name().toLowerCase(Locale.ROOT) : known.name();
                List<String> items = NormalForm.of(known, option.value());
                if (known.accumulates()) {
                    values.computeIfAbsent(name, key -> new ArrayList<>()).addAll(items);
                } else if (items.isEmpty() || items.equals(NormalForm.ofDefault(known))) {
                    values.remove(name);
                } else {
                    values.put(name, items);
                }
            }
        }
        if (!codecs.names().isEmpty()) {
            values.put("allow", List.of(String.join(",", codecs.names())));
        }
        type.filter(known -> known.name().equals("auth")).ifPresent(auth -> newerWords(auth, values));
        return new EffectiveOptions(Collections.unmodifiableMap(values));
    }

    /** Asterisk 22 calls every password a digest, and what it hashes {@code password_digest}. */
    private static void newerWords(SectionType auth, Map<String, List<String>> values) {
        if (auth.option("password_digest").isEmpty()) {
            return;
        }
        List<String> md5 = values.remove("md5_cred");
        if (md5 != null) {
            values.computeIfAbsent("password_digest", key -> new ArrayList<>())
                    .add("MD5:" + md5.get(0).toLowerCase(Locale.ROOT));
        }
        List<String> type = values.get("auth_type");
        if (type != null && List.of("userpass", "md5", "digest").contains(type.get(0))) {
            values.remove("auth_type");
        }
    }

    /** By name, sorted; several values where lines add up. Options at their default are left out. */
    public Map<String, List<String>> values() {
        return values;
    }

    /** The values of an option; empty where it has its default. */
    public List<String> get(String option) {
        return values.getOrDefault(option, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EffectiveOptions options && values.equals(options.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names only; a value may be a secret. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}

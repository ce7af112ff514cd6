package io.sipwright.render;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code @rev=<hash of the content>} into each section. Asterisk keeps options that begin with {@code @}, and
 * tells over AMI the stamp of the object that is loaded: the one exact proof of which revision runs (measured on
 * Asterisk 22.10 and 16.28). The hash is keyed, so that the stamp of an {@code auth} tells nothing about its password.
 *
 * <p>Immutable and thread-safe.
 */
public final class Stamps {

    /** Name of the option. */
    public static final String OPTION = "@rev";

    private static final Stamps OFF = new Stamps(null);

    private final byte @Nullable [] key;

    private Stamps(byte @Nullable [] key) {
        this.key = key;
    }

    /**
     * Stamps with a key; all who render for the same Asterisk need the same one.
     *
     * @param key 16 bytes
     */
    public static Stamps keyed(byte[] key) {
        new SipHash(key); // refuses a wrong length
        return new Stamps(key.clone());
    }

    /** No stamps: what runs can then be told from what was written only by comparing fields. */
    public static Stamps off() {
        return OFF;
    }

    boolean isOn() {
        return key != null;
    }

    /** The section with its stamp as the last option. */
    public Section stamp(Section section) {
        if (key == null) {
            return section;
        }
        List<SectionEntry> entries = section.entries();
        SectionEntry[] stamped = entries.toArray(new SectionEntry[entries.size() + 1]);
        stamped[entries.size()] = new Option(OPTION, HexFormat.of().toHexDigits(hash(section, key)));
        return new Section(section.name(), List.of(stamped));
    }

    private static long hash(Section section, byte[] key) {
        SipHash hash = new SipHash(key);
        hash.add(section.name());
        for (SectionEntry entry : section.entries()) {
            if (entry instanceof Option option) {
                hash.add(option.name());
                hash.add(option.value());
            }
        }
        return hash.finish();
    }
}

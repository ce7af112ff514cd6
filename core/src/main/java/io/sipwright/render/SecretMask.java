package io.sipwright.render;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.secret.Secret;
import java.util.List;
import java.util.stream.Collectors;

/** Sections as they may be shown: what is a secret to Asterisk is masked. */
public final class SecretMask {

    private SecretMask() {}

    /** The document with each secret replaced by {@value Secret#MASK}. */
    public static PjsipDocument of(PjsipDocument document) {
        List<PjsipElement> masked = document.elements().stream()
                .map(element -> element instanceof Section section ? mask(section) : element)
                .collect(Collectors.toList());
        return new PjsipDocument(masked);
    }

    private static Section mask(Section section) {
        List<SectionEntry> entries = section.entries().stream()
                .map(entry -> entry instanceof Option option ? of(section, option) : entry)
                .toList();
        return new Section(section.name(), entries);
    }

    /** An option of a section; with its value replaced by {@value Secret#MASK} if that is a secret. */
    public static Option of(Section section, Option option) {
        return isSecret(section, option) ? new Option(option.name(), Secret.MASK) : option;
    }

    private static boolean isSecret(Section section, Option option) {
        return section.type()
                .flatMap(PjsipSchema.of(AsteriskVersion.V22)::type)
                .flatMap(type -> type.option(option.name()))
                .filter(OptionType::secret)
                .isPresent();
    }
}

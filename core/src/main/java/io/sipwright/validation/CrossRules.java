package io.sipwright.validation;

import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of objects and of their sections. One that stands twice makes Asterisk refuse every object of its type. */
final class CrossRules {

    private final TemplateCatalog catalog;
    private final ReservedNames reserved;

    CrossRules(TemplateCatalog catalog, ReservedNames reserved) {
        this.catalog = catalog;
        this.reserved = reserved;
    }

    /** Whether the name of a new object is free. */
    void checkName(String name, Neighbours neighbours, Findings findings) {
        if (reserved.contains(name)) {
            findings.add("name", "name.reserved", name, name);
        } else if (neighbours.trunk(name).isPresent()) {
            findings.add("name", "name.taken_by_trunk", name, name);
        } else if (neighbours.hasUser(name)) {
            findings.add("name", "name.taken_by_user", name, name);
        } else {
            checkSections(name, name, "name", neighbours, findings);
        }
    }

    /** Whether a name is none of a section of another object. */
    private void checkSections(String name, String own, String path, Neighbours neighbours, Findings findings) {
        Optional<String> owner = neighbours.sectionOwner(name).filter(other -> !isSame(other, own));
        if (owner.isPresent()) {
            findings.add(path, "name.section_of_object", name, name, owner.get());
        } else {
            trunkWithSection(name, own, neighbours)
                    .ifPresent(trunk -> findings.add(path, "name.section_of_trunk", name, name, trunk));
        }
    }

    /** Whether the names that overrides give to sections are free; also when an object changes. */
    void checkExplicitNames(ObjectSpec spec, Neighbours neighbours, Findings findings) {
        for (OptionOverride override : spec.overrides()) {
            String path = SectionCheck.path(override);
            if (!override.isName() || findings.has(path)) {
                continue; // a store need not be asked for what can't be a name
            }
            String name = override.values().get(0);
            if (isSame(name, spec.name())) {
                continue;
            }
            if (reserved.contains(name)) {
                findings.add(path, "name.reserved", name, name);
            } else if (neighbours.trunk(name).isPresent()) {
                findings.add(path, "name.taken_by_trunk", name, name);
            } else if (neighbours.hasUser(name)) {
                findings.add(path, "name.taken_by_user", name, name);
            } else {
                checkSections(name, spec.name(), path, neighbours, findings);
            }
        }
    }

    private static boolean isSame(String name, String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /** Whether the names of all sections a trunk can have are free; also when it changes, and so gets more of them. */
    void checkSectionNames(TrunkSpec trunk, Neighbours neighbours, Findings findings) {
        Set<String> explicit = trunk.explicitSectionNames(); // which are checked where they are given
        sectionNames(trunk).stream()
                .filter(name -> !isSame(name, trunk.name()) && !explicit.contains(name))
                .filter(name -> neighbours.trunk(name).isPresent()
                        || neighbours.hasUser(name)
                        || neighbours
                                .sectionOwner(name)
                                .filter(owner -> !isSame(owner, trunk.name()))
                                .isPresent())
                .forEach(name -> findings.add("name", "name.section_taken", trunk.name(), name));
    }

    private Set<String> sectionNames(TrunkSpec trunk) {
        return catalog.provider(trunk.provider())
                .map(template -> template.sectionNames(trunk))
                .orElse(Set.of());
    }

    /** The other trunk that has a section of that name: one whose own name is the beginning of it, up to a hyphen. */
    private Optional<String> trunkWithSection(String name, String own, Neighbours neighbours) {
        for (int hyphen = name.indexOf('-', 1); hyphen > 0; hyphen = name.indexOf('-', hyphen + 1)) {
            Optional<TrunkSpec> trunk =
                    neighbours.trunk(name.substring(0, hyphen)).filter(found -> !isSame(found.name(), own));
            // A number is kept free for further registrations, which the trunk may get later.
            boolean numbered =
                    !neighbours.isReturning(name) && name.substring(hyphen + 1).matches("\\d{1,3}");
            if (trunk.isPresent()
                    && (numbered || sectionNames(trunk.get()).stream().anyMatch(name::equalsIgnoreCase))) {
                return trunk.map(TrunkSpec::name);
            }
        }
        return Optional.empty();
    }
}

package io.sipwright.imports;

import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code res_pjsip_config_wizard} makes of a {@code pjsip_wizard.conf}: the same objects, under the same names, as
 * sections of a {@code pjsip.conf}. The mark {@code @pjsip_wizard}, by which the module finds its objects again, is not
 * among their options.
 *
 * @param sections what is made, wizard by wizard; nothing of a wizard that is refused
 * @param leftOut what is no PJSIP object, or has no effect
 * @param refusals wizards of which the module would make only a part, or that can't be known from the file alone
 */
record WizardExpansion(List<Made> sections, List<Remark> leftOut, List<Remark> refusals) {

    private static final long MOST_OPTIONS = 2_000_000;

    /**
     * A section that is made.
     *
     * @param location where its wizard begins
     */
    record Made(Section section, Location location) {}

    /**
     * A sentence about a wizard; never holds a secret.
     *
     * @param location where the wizard begins
     */
    record Remark(Location location, String message) {

        @Override
        public String toString() {
            return location + ": " + message;
        }
    }

    WizardExpansion {
        sections = List.copyOf(sections);
        leftOut = List.copyOf(leftOut);
        refusals = List.copyOf(refusals);
    }

    /**
     * Expands all wizards of a file.
     *
     * @throws ImportException if they make more than could be kept in memory
     */
    static WizardExpansion of(ParsedPjsip file) {
        List<Section> sections = file.document().sections();
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < sections.size(); i++) {
            if (Wizard.is(sections.get(i))) {
                last.put(sections.get(i).name(), i);
            }
        }
        long size = 0;
        var made = new ArrayList<Made>();
        var leftOut = new ArrayList<Remark>();
        var refusals = new ArrayList<Remark>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            Location location = file.locations().get(i);
            String title = "[" + section.name() + "] ";
            if (!Wizard.is(section)) {
                leftOut.add(new Remark(location, title + "is no wizard; the module ignores it"));
            } else if (last.getOrDefault(section.name(), i) != i) {
                leftOut.add(new Remark(location, title + "is replaced by a later wizard of the same name"));
            } else {
                Wizard wizard = new Wizard(section);
                size += new WizardObjects(wizard).size();
                if (size > MOST_OPTIONS) {
                    throw new ImportException(location + ": expected wizards that make at most " + MOST_OPTIONS
                            + " options; hosts, and what is passed on to registrations, multiply");
                }
                List<String> problems = WizardRules.problems(wizard);
                problems.forEach(problem -> refusals.add(new Remark(location, title + problem)));
                if (problems.isEmpty()) {
                    new WizardObjects(wizard).sections().forEach(object -> made.add(new Made(object, location)));
                }
                WizardLeftovers.of(wizard).forEach(remark -> leftOut.add(new Remark(location, title + remark)));
            }
        }
        return new WizardExpansion(made, leftOut, refusals);
    }
}

package io.sipwright;

import io.sipwright.apply.Node;
import io.sipwright.error.SipwrightException;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.store.NotFoundException;
import io.sipwright.target.SectionPlace;
import io.sipwright.template.ExplainedSection;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of objects what each of their lines comes from, and where it stands.
 *
 * @param version of Asterisk that is rendered for
 * @param renderer which stamps the sections
 * @param nodes whose files are looked into
 */
record Explaining(AsteriskVersion version, Renderer renderer, List<Node> nodes) {

    Explanation explain(ObjectSpec spec, Optional<? extends Template> found, String file) {
        Template template = found.orElseThrow(() -> new NotFoundException("template", spec.templateId()));
        List<ExplainedSection> sections = template.explain(spec, version);
        List<Section> wanted = template.fill(spec, version).stream()
                .map(FilledSection::section)
                .map(renderer::stamped)
                .toList();
        Map<String, List<SectionPlace>> places = new LinkedHashMap<>();
        nodes.forEach(node -> places.put(node.name(), places(node, file, wanted)));
        List<Explanation.Part> parts = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Map<String, SectionPlace> ofSection = new LinkedHashMap<>();
            int number = i;
            places.forEach((node, all) -> ofSection.put(node, all.get(number)));
            parts.add(new Explanation.Part(sections.get(i), ofSection));
        }
        return new Explanation(spec.name(), template.id(), spec.active(), parts);
    }

    private static List<SectionPlace> places(Node node, String file, List<Section> wanted) {
        try {
            return node.target().locate(file, wanted);
        } catch (SipwrightException e) {
            return wanted.stream().map(section -> SectionPlace.unknown()).toList();
        }
    }
}

package io.sipwright.template;

import io.sipwright.pjsip.Section;

/**
 * A section made from a template.
 *
 * @param role its name within the template
 * @param section as Asterisk shall see it
 */
public record FilledSection(String role, Section section) {}

package io.sipwright.testkit.template;

/** What to do in a template about a violation that no person's input is to blame for. */
final class Remedy {

    private Remedy() {}

    static String of(String code) {
        return switch (code) {
            case "schema.bad_value" ->
                "give the field that fills this option in a narrower type, choices, or min and max; or correct the value";
            case "schema.unknown_option", "schema.not_in_this_version" ->
                "correct the name, or give the option an \"asterisk\" object that names the versions that have it";
            case "schema.missing_option" ->
                "make the field that fills it in required, give it a default, or give the section a \"when\"";
            case "schema.conflict" -> "give one of the options a \"when\" that excludes the other";
            case "schema.duplicate_section" ->
                "let one section of each type bear this name; mind the sections of \"each\"";
            case "schema.bad_section_name" -> "give the section a shorter role";
            case "door.user" ->
                "name an auth section in the option auth of the endpoint: without it anyone may register";
            case "door.trunk" ->
                "set identify_by of the endpoint to ip: as it is, anyone is let in who sends the name in From";
            default -> "";
        };
    }
}

package io.sipwright.realtime;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An action as it came, line by line. */
record AmiRequest(List<String> lines) {

    private static final Pattern FIELD = Pattern.compile("AST_SORCERY\\(res_pjsip,([^,]*),([^,]*),([^,)]*)\\)");

    String action() {
        return header("Action");
    }

    /** Empty if there is none. */
    String header(String name) {
        String start = name + ": ";
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .findFirst()
                .map(line -> line.substring(start.length()))
                .orElse("");
    }

    /** A field of an object. */
    record Field(String type, String id, String name) {}

    /** The field that a {@code Getvar} asks for. */
    Optional<Field> field() {
        Matcher matcher = FIELD.matcher(header("Variable"));
        return matcher.matches()
                ? Optional.of(new Field(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}

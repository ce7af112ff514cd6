package io.sipwright.pjsip;

/** Why a text cannot stand in a {@code pjsip.conf}: Asterisk would read something else than was meant. */
public enum Refusal {
    LINE_BREAK("contains a line break"),
    CONTROL_CHARACTER("contains a control character"),
    OUTER_BLANK("begins or ends with a blank, which Asterisk strips"),
    NOT_UNICODE("contains half of a surrogate pair"),
    LINE_TOO_LONG("makes a line of more than " + PjsipText.MAX_LINE_BYTES + " bytes, which Asterisk skips"),
    EMPTY_NAME("is empty"),
    CLOSING_BRACKET("contains ']', which ends the name"),
    NAME_TOO_LONG("has more than " + PjsipText.MAX_NAME_BYTES + " bytes, where Asterisk cuts it"),
    BAD_OPTION_NAME("is not made of letters, digits, '_' and '-'");

    private final String explanation;

    Refusal(String explanation) {
        this.explanation = explanation;
    }

    /** The reason in words, to follow the name of what was refused: "password <i>contains a line break</i>". */
    public String explanation() {
        return explanation;
    }
}

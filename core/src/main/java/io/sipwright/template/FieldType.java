package io.sipwright.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field can hold. The limits are those of Asterisk, where it has some. */
public enum FieldType {
    /** Any printable text of one line. */
    TEXT(255, null),
    /** A host name or an address. */
    HOST(245, Form.HOST),
    /** Host names or addresses, each with or without a port. */
    HOSTS(245, Form.HOST_AND_PORT),
    /** Host names without ports, no addresses. */
    HOST_NAMES(245, Form.HOST_NAME),
    /** A TCP or UDP port. */
    PORT(5, Form.PORT),
    /** The user part of a SIP URI. */
    SIP_USER(100, Form.SIP_USER),
    /** A user name for digest authentication, which may be any text. */
    AUTH_USER(100, null),
    /** A SIP URI. */
    SIP_URI(511, Form.SIP_URI),
    /** A password. */
    SECRET(100, null),
    /** What Asterisk keeps in place of a password: user, realm and password, hashed. As good as the password itself. */
    DIGEST(64, Pattern.compile("[0-9a-f]{32}|[0-9a-f]{64}")),
    /** A telephone number, with or without a plus. */
    E164(16, Pattern.compile("\\+?[0-9]{3,15}")),
    /** An internal number. */
    EXTENSION(20, Pattern.compile("[0-9A-Za-z*#+_.-]{1,20}")),
    /** Codecs in order of preference. */
    CODECS(200, null),
    /** A whole number in the range of the field, without zeros in front: Asterisk takes such a number for an octal one. */
    INTEGER(19, Pattern.compile("0|-?[1-9][0-9]{0,17}")),
    /** Yes or no. */
    BOOLEAN(5, null),
    /** One of the choices of the field. */
    CHOICE(64, null),
    /** Networks and addresses that calls come from; never names, which Asterisk would look up in each reload. */
    NETWORKS(43, null),
    /** A context of the dialplan. */
    CONTEXT(79, Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*")),
    /** Name of a transport section of the host's own configuration. */
    TRANSPORT(79, Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*")),
    /** A name shown to the called person. */
    CALLER_NAME(79, null),
    /** A caller ID such as {@code "Alice" <1001>} or a number. */
    CALLER_ID(100, Pattern.compile("\"[^\"<>]*\" ?<[^<>\"\\s]+>|[^\"<>]*<[^<>\"\\s]+>|[0-9+*#]+")),
    /** Mailboxes such as {@code 1001@default}. */
    MAILBOXES(100, Pattern.compile("[A-Za-z0-9_.-]+@[A-Za-z0-9_.-]+")),
    /** Path of a file on the machine that Asterisk runs on. */
    PATH(255, Pattern.compile("/[^\\s,;]*"));

    private final int maxLength;
    private final @Nullable Pattern form;

    FieldType(int maxLength, @Nullable Pattern form) {
        this.maxLength = maxLength;
        this.form = form;
    }

    /** The name in JSON: {@code sip-user}. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FieldType> ofJson(String name) {
        return Arrays.stream(values())
                .filter(type -> type.jsonName().equals(name))
                .findFirst();
    }

    static List<String> jsonNames() {
        return Arrays.stream(values()).map(FieldType::jsonName).toList();
    }

    /** Whether a value may have several items, each checked by itself. */
    public boolean isList() {
        return this == HOSTS || this == HOST_NAMES || this == NETWORKS || this == CODECS || this == MAILBOXES;
    }

    /** Longest item, in characters; of a caller's name, in bytes of UTF-8. */
    public int maxLength() {
        return maxLength;
    }

    /** Whether an item has the form of this type, apart from what {@link FieldCheck} looks at. */
    boolean matches(String item) {
        return form == null || form.matcher(item).matches();
    }

    /** How a text is written into an option. */
    String rendered(String text) {
        return this == CALLER_NAME ? text.replace("\\", "\\\\").replace("\"", "\\\"") : text;
    }

    /** Forms that more than one type needs. */
    private static final class Form {

        private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
        private static final String NAME = LABEL + "(\\." + LABEL + ")*";
        private static final String V6 = "\\[[0-9A-Fa-f:.]{2,45}]";
        private static final String PORT_NUMBER =
                "([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";

        static final Pattern HOST_NAME = Pattern.compile(NAME);
        static final Pattern HOST = Pattern.compile(NAME + "|" + V6);
        static final Pattern HOST_AND_PORT = Pattern.compile("(" + NAME + "|" + V6 + ")(:" + PORT_NUMBER + ")?");
        static final Pattern PORT = Pattern.compile(PORT_NUMBER);
        static final Pattern SIP_USER = Pattern.compile("[\\x21-\\x7e&&[^\"<>@\\[\\\\\\]^`{|}#/?:;,]]+");
        static final Pattern SIP_URI = Pattern.compile(
                "sips?:([^@\\s<>\",]+@)?(" + NAME + "|" + V6 + ")(:" + PORT_NUMBER + ")?(;[^\\s<>\",?]*)?");

        private Form() {}
    }
}

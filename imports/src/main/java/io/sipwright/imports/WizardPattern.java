package io.sipwright.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern such as {@code sip:${USERNAME}@${REMOTE_HOST}}. The module evaluates it as dialplan text, global variables,
 * functions and expressions included; here only the two names are known.
 */
record WizardPattern(String text) {

    private static final Pattern NAME = Pattern.compile("\\$\\{(REMOTE_HOST|USERNAME)}");

    String with(String host) {
        return with(host, "");
    }

    String with(String host, String user) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("USERNAME") ? user : host));
    }

    /** Whether it asks for something that only a running Asterisk knows. */
    boolean needsDialplan(boolean userKnown) {
        String rest = text.replace("${REMOTE_HOST}", "");
        String unknown = userKnown ? rest.replace("${USERNAME}", "") : rest;
        return unknown.contains("${") || unknown.contains("$[");
    }
}

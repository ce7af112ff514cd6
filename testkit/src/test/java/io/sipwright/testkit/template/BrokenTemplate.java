package io.sipwright.testkit.template;

import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import java.util.List;

/** Templates that can be read, and go wrong with some values; and what has to be said about it. */
enum BrokenTemplate {
    TEXT_IN_A_NUMBER(
            user("\"rtp\": {\"type\": \"text\"}", "", "\"rtp_timeout\": \"${rtp}\""),
            "Template broken",
            "Asterisk 16",
            "section endpoint, option rtp_timeout",
            "rtp=",
            "narrower type"),
    TEXT_IN_A_USER_NAME(
            user("\"who\": {\"type\": \"text\"}", "", "\"from_user\": \"${who}\""),
            "section endpoint, option from_user",
            "who=x;y",
            "narrower type"),
    RANGE_TOO_WIDE(
            user(
                    "\"busy\": {\"type\": \"integer\", \"min\": -3, \"max\": 9}",
                    "",
                    "\"device_state_busy_at\": \"${busy}\""),
            "section endpoint, option device_state_busy_at",
            "busy=-3"),
    CHOICE_THAT_ASTERISK_DOES_NOT_KNOW(
            user(
                    "\"dtmf\": {\"type\": \"choice\", \"choices\": {\"rfc4733\": \"RFC\", \"smoke\": \"Smoke\"}}",
                    "",
                    "\"dtmf_mode\": \"${dtmf}\""),
            "section endpoint, option dtmf_mode",
            "dtmf=smoke",
            "expected one of"),
    CONFLICT_OF_TWO_OPTIONS(
            user(
                    "\"cert\": {\"type\": \"path\"}, \"auto\": {\"type\": \"boolean\"}",
                    "",
                    "\"dtls_cert_file\": \"${cert}\", \"dtls_auto_generate_cert\": \"${auto}\""),
            "section endpoint, option dtls_auto_generate_cert",
            "auto=yes",
            "cert=/etc/hostname",
            "can't be combined with dtls_cert_file"),
    PASSWORD_THAT_MAY_BE_MISSING(
            user("", "", "").replace("\"required\": true, \"max\": 60", "\"max\": 60"),
            "section auth, option password",
            "must not be empty",
            "make the field that fills it in required"),
    OPEN_DOOR(
            user("\"open\": {\"type\": \"boolean\"}", "", "\"allow\": {\"when\": \"open\", \"value\": \"ulaw\"}")
                    .replace("\"auth\": \"${name}\",", ""),
            "section endpoint, option auth",
            "name an auth section"),
    SECTION_TWICE(
            user(
                    "\"twice\": {\"type\": \"boolean\"}",
                    "\"other\": {\"type\": \"aor\", \"when\": \"twice\", " + "\"options\": {\"max_contacts\": \"1\"}},",
                    ""),
            "section other",
            "twice=yes",
            "stands twice as type=aor"),
    CHOICE_THAT_CAN_NEVER_BE_MADE(
            user(
                    "\"a\": {\"type\": \"choice\", \"choices\": {\"x\": {\"label\": \"X\", \"when\": \"a=y\"}, \"y\": \"Y\"}}",
                    "",
                    "\"accountcode\": \"${a}\""),
            "field a",
            "nothing makes a=x valid",
            "correct its \"when\""),
    NOTHING_FITS(
            user("\"a\": {\"type\": \"text\", \"required\": true, \"min\": 300}", "", "\"accountcode\": \"${a}\""),
            "no values were found that it accepts");

    final String json;
    final List<String> said;

    BrokenTemplate(String json, String... said) {
        this.json = json;
        this.said = List.of(said);
    }

    Template template() {
        TemplateCatalog catalog = OddTemplates.catalog(json);
        return catalog.userTemplate("broken").orElseThrow();
    }

    private static String user(String fields, String sections, String options) {
        return """
                {"id": "broken", "kind": "user",
                 "fields": {"pin": {"type": "secret", "required": true, "max": 60} %s},
                 "sections": {
                   "auth": {"options": {"auth_type": "userpass", "username": "${name}", "password": "${pin}"}},
                   "aor": {"options": {"max_contacts": "1"}}, %s
                   "endpoint": {"options": {"aors": "${name}", "auth": "${name}", "context": "a" %s}}}}
                """.formatted(fields.isEmpty() ? "" : "," + fields, sections, options.isEmpty() ? "" : "," + options);
    }
}

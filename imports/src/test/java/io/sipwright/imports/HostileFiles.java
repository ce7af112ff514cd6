package io.sipwright.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A megabyte of what nobody writes by hand: each is text for which a simple reader would take very long. */
final class HostileFiles {

    static final String MAIN = "pjsip.conf";
    static final String WIZARD = "pjsip_wizard.conf";

    private static final int SIZE = 1 << 20;
    private static final int LINE = 8_000;
    private static final String PHONE =
            "[a]\ntype=endpoint\nauth=a\naors=a\n[a]\ntype=aor\n[a]\ntype=auth\nusername=a\npassword=x\n";

    private HostileFiles() {}

    /** Texts by what they are. */
    static Map<String, String> of(String file) {
        return file.equals(MAIN) ? sections() : wizards();
    }

    private static Map<String, String> sections() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("no line end", "[a]" + "x".repeat(SIZE));
        files.put("brackets", "[".repeat(SIZE));
        files.put("brackets in lines", "[\n".repeat(SIZE / 2));
        files.put("blanks", "[a]\ntype=endpoint\ncallerid=" + " ".repeat(SIZE));
        files.put("100,000 headers", many(100_000, i -> "[s" + i + "]\n"));
        files.put("100,000 headers of one name", "[a]\n".repeat(100_000));
        files.put("no sections", "a=b\n".repeat(SIZE / 4));
        files.put("lines without equals", "[a]\n" + "garbage\n".repeat(SIZE / 8));
        files.put("unknown directives", "#garbage\n".repeat(SIZE / 9));
        files.put("nameless templates", "[a]\n" + "[a]()\n".repeat(SIZE / 6));
        files.put("nameless appending", "[]\n" + "[](+)\n".repeat(SIZE / 6));
        files.put("100,000 options", PHONE + many(100_000, i -> "o" + i + "=1\n"));
        files.put("one option, 100,000 times", PHONE + "[a](+type=endpoint)\n" + "mailboxes=1\n".repeat(90_000));
        files.put(
                "100,000 variables", "[a]\ntype=endpoint\nauth=a\naors=a\n" + many(90_000, i -> "set_var=" + i + "\n"));
        files.put("chain of templates", "[t0](!)\na=1\n" + many(60_000, i -> "[t" + (i + 1) + "](!,t" + i + ")\n"));
        files.put("50,000 appended", "[a]\ntype=endpoint\n" + many(50_000, i -> "[a](+)\nx=" + i + "\n"));
        files.put("one auth for all", "[a]\ntype=auth\n" + many(23_000, i -> "[e" + i + "]\ntype=endpoint\nauth=a\n"));
        files.put("one aor for all", "[a]\ntype=aor\n" + many(23_000, i -> "[e" + i + "]\ntype=endpoint\naors=a\n"));
        files.put(
                "registrations without endpoint",
                many(16_000, i -> "[r" + i + "]\ntype=registration\nserver_uri=sip:h\nclient_uri=sip:x@h\n"));
        files.put(
                "registrations and places at one server",
                many(
                        10_000,
                        i -> "[r" + i + "]\ntype=registration\nserver_uri=sip:h\n[p" + i
                                + "]\ntype=aor\ncontact=sip:h\n"));
        files.put(
                "registrations for one endpoint",
                "[a]\ntype=endpoint\naors=a\n[a]\ntype=aor\n"
                        + many(
                                14_000,
                                i -> "[a-" + i + "]\ntype=registration\nserver_uri=sip:h\nclient_uri=sip:x@h\n"));
        files.put(
                "identifies of one endpoint",
                "[a]\ntype=endpoint\naors=a\n[a]\ntype=aor\n"
                        + many(20_000, i -> "[i" + i + "]\ntype=identify\nendpoint=a\nmatch=192.0.2.1\n"));
        files.put(
                "addresses in one identify",
                "[a]\ntype=endpoint\naors=a\n[a]\ntype=aor\n[a]\ntype=identify\nendpoint=a\n"
                        + many(50_000, i -> "match=10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256 + "\n"));
        files.put(
                "trunks with hundreds of addresses",
                many(
                        20,
                        i ->
                                ("[$]\ntype=endpoint\naors=$\n[$]\ntype=aor\ncontact=sip:h\n[$]\ntype=identify\nendpoint=$\n")
                                                .replace("$", "a" + i)
                                        + many(300, j -> "match=10." + i + "." + j / 256 + "." + j % 256 + "\n")));
        files.put(
                "trunks with hundreds of identifies",
                many(
                        16,
                        i -> ("[$]\ntype=endpoint\naors=$\n[$]\ntype=aor\ncontact=sip:h\n").replace("$", "a" + i)
                                + many(
                                        600,
                                        j -> "[i" + i + "-" + j + "]\ntype=identify\nendpoint=a" + i + "\nmatch=10." + i
                                                + "." + j / 256 + "." + j % 256 + "\n")));
        files.put(
                "phones with hundreds of variables",
                many(
                        80,
                        i -> PHONE.replace("[a]", "[p" + i + "]").replace("=a\n", "=p" + i + "\n") + "[p" + i
                                + "](+type=endpoint)\n" + many(900, j -> "set_var=V" + j + "=1\n")));
        files.put(
                "contacts of one aor",
                PHONE + "[a](+type=aor)\n" + many(30_000, i -> "contact=sip:a@h" + i + ".example\n"));
        files.put("100,000 aors in one line", "[a]\ntype=endpoint\naors=" + many(100_000, i -> "a" + i + ","));
        files.put(
                "aors in lines that add up",
                "[a]\ntype=endpoint\naors=x\n" + lines("aors+=", 30_000, i -> ",a" + i)
                        + many(30_000, i -> "[a" + i + "]\ntype=aor\n"));
        files.put("addresses of addresses", phones("aor", "contact=", "sip:", ""));
        files.put("addresses of users", phones("aor", "contact=", "sip:a@", ""));
        files.put("addresses without end", phones("aor", "contact=sip:", "a", ""));
        files.put("blanks in a caller", phones("endpoint", "callerid=a", " ", "b"));
        files.put("backslashes in a caller", phones("endpoint", "callerid=\"", "\\\\", "\" <1>"));
        files.put("letters in a caller", phones("endpoint", "callerid=\"", "x", "\" <1>"));
        files.put("quotes in a caller", phones("endpoint", "callerid=", "\"\" ", "<1>"));
        files.put("angles in a caller", phones("endpoint", "callerid=", "a<", ""));
        files.put("separators in a list", phones("endpoint", "mailboxes=", ",", ""));
        files.put("mailboxes", phones("endpoint", "mailboxes=", "1@a,", "1@a"));
        files.put("codecs of phones", phones("endpoint", "allow=", "ulaw:20,!", "alaw"));
        files.put("networks of phones", phones("endpoint", "permit=", "192.0.2.1/255.255.255.0,", "192.0.2.1"));
        files.put("letters in a password", phones("auth", "password=", "x", ""));
        files.put("codecs", PHONE + "[a](+type=endpoint)\n" + lines("allow=", 130_000, i -> "c" + i + ","));
        files.put(
                "codecs allowed and not",
                PHONE + "[a](+type=endpoint)\nallow=all\n" + lines("allow=", 100_000, i -> "!c" + i + ",c" + i + ","));
        files.put("names that are too long", PHONE + "[a](+type=endpoint)\n" + inLines("", "x", "=1"));
        files.put("types that are too long", many(130, i -> "[s" + i + "]\ntype=" + "x".repeat(LINE) + "\n"));
        files.put("names that nothing can be called", many(6_000, i -> {
            String name = "" + (char) (0x4E00 + i);
            return "[$]\ntype=endpoint\nauth=$\naors=$\n[$]\ntype=aor\n[$]\ntype=auth\nusername=$\npassword=x\n"
                    .replace("$", name);
        }));
        files.put(
                "phones of one kind",
                many(
                        9_000,
                        i ->
                                "[$]\ntype=endpoint\nauth=$\naors=$\n[$]\ntype=aor\n[$]\ntype=auth\nusername=$\npassword=x\n"
                                        .replace("$", "a" + i)));
        files.put(
                "phones of as many kinds",
                many(
                        500,
                        i -> ("[$]\ntype=endpoint\nrtp_timeout=" + i
                                        + "\nauth=$\naors=$\n[$]\ntype=aor\n[$]\ntype=auth\nusername=$\npassword=x\n")
                                .replace("$", "a" + i)));
        files.put(
                "trunks of as many kinds",
                many(
                        500,
                        i -> ("[$]\ntype=endpoint\nrtp_timeout=" + i + "\naors=$\n[$]\ntype=aor\ncontact=sip:h" + i
                                        + "\n[$]\ntype=identify\nendpoint=$\nmatch=h\n")
                                .replace("$", "a" + i)));
        return files;
    }

    private static Map<String, String> wizards() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("100,000 headers", many(100_000, i -> "[s" + i + "]\n"));
        files.put("wizards of one name", "[a]\ntype=wizard\n".repeat(60_000));
        files.put("wizards without hosts", many(60_000, i -> "[a" + i + "]\ntype=wizard\n"));
        String trunk = "[a]\ntype=wizard\nsends_registrations=yes\nremote_hosts=h";
        files.put("10,000 remote hosts", trunk + "\n" + lines("remote_hosts+=", 10_000, i -> ",h" + i));
        files.put(
                "hosts times options",
                trunk + "\n" + lines("remote_hosts+=", 30_000, i -> ",h" + i) + "registration/x=1\n".repeat(30_000));
        files.put(
                "hosts times options times wizards",
                "[t](!)\ntype=wizard\nsends_registrations=yes\nremote_hosts=" + "h,".repeat(100) + "h\n"
                        + "registration/x=1\n".repeat(100) + many(40_000, i -> "[a" + i + "](t)\n"));
        files.put(
                "long patterns times hosts",
                trunk + ",h".repeat(3_900) + "\nserver_uri_pattern=sip:" + "${REMOTE_HOST}".repeat(500) + "\n");
        files.put("options without effect", trunk + "\n" + many(50_000, i -> "inbound_auth/x" + i + "=1\n"));
        files.put("unknown options", trunk + "\n" + many(90_000, i -> "x" + i + "=1\n"));
        files.put("options of the endpoint", trunk + "\n" + many(50_000, i -> "endpoint/x" + i + "=1\n"));
        return files;
    }

    /** Phones with one very long value each. */
    private static String phones(String type, String begin, String part, String end) {
        String line = begin + part.repeat(LINE / part.length()) + end + "\n";
        return many(SIZE / LINE, i -> phone("p" + i) + "[p" + i + "](+type=" + type + ")\n" + line);
    }

    private static String phone(String name) {
        return PHONE.replace("[a]", "[" + name + "]").replace("=a\n", "=" + name + "\n");
    }

    private static String trunk(String name) {
        return "[$]\ntype=endpoint\naors=$\n[$]\ntype=aor\ncontact=sip:h\n[$]\ntype=identify\nendpoint=$\n"
                .replace("$", name);
    }

    private static String many(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    /** As many parts in a line as it holds. */
    private static String lines(String begin, int count, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (int i = 0; i < count; i++) {
            if (line == 0 || text.length() - line > LINE) {
                text.append(line == 0 ? "" : "\n").append(begin);
                line = text.length();
            }
            text.append(part.apply(i));
        }
        return text.append('\n').toString();
    }

    private static String inLines(String begin, String part, String end) {
        return (begin + part.repeat(LINE / part.length()) + end + "\n").repeat(SIZE / LINE);
    }
}

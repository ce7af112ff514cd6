package io.sipwright.testkit;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REGISTER requests of one phone: the same Call-ID and tag, a growing CSeq. Not thread-safe. */
final class RegisterRequest {
    /** What may stand in the user part of a SIP URI as it is (RFC 3261, 25.1). */
    private static final String PLAIN = "-_.!~*'()&=+$,;?/";

    private static final Pattern EXPIRES = Pattern.compile("(?i);\\s*expires\\s*=\\s*(\\d{1,9})");

    private final String registrarUri;
    private final String addressOfRecord;
    private final String contactUri;
    private final String via;
    private final String callId = UUID.randomUUID().toString();
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private int sequence;

    RegisterRequest(InetSocketAddress server, InetSocketAddress local, String user) {
        this.registrarUri = "sip:" + authority(server);
        this.addressOfRecord = "sip:" + escape(user) + "@" + authority(server);
        this.contactUri = "sip:" + escape(user) + "@" + authority(local);
        this.via = "SIP/2.0/UDP " + authority(local);
    }

    static String newBranch() {
        // The beginning is fixed: it tells that the branch is unique (RFC 3261, 8.1.1.7).
        return "z9hG4bK" + UUID.randomUUID();
    }

    String registrarUri() {
        return registrarUri;
    }

    String contactUri() {
        return contactUri;
    }

    String text(String branch, int expires, Optional<String> authorization) {
        return "REGISTER " + registrarUri + " SIP/2.0\r\n"
                + "Via: " + via + ";rport;branch=" + branch + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <" + addressOfRecord + ">;tag=" + tag + "\r\n"
                + "To: <" + addressOfRecord + ">\r\n"
                + "Call-ID: " + callId + "\r\n"
                + "CSeq: " + ++sequence + " REGISTER\r\n"
                + "Contact: <" + contactUri + ">\r\n"
                + "Expires: " + expires + "\r\n"
                + authorization.map(it -> "Authorization: " + it + "\r\n").orElse("")
                + "User-Agent: Sipwright test phone\r\n"
                + "Content-Length: 0\r\n\r\n";
    }

    /** What a 200 tells about this phone's contact, among those of other phones that share the address. */
    OptionalInt expires(SipResponse response) {
        for (String header : response.all("contact")) {
            // A comma separates contacts, unless it is inside the brackets of one.
            for (String contact : header.split(",(?=[^<>]*(?:<|$))", -1)) {
                Matcher expires = EXPIRES.matcher(contact.substring(contact.indexOf('>') + 1));
                if (contact.contains("<" + contactUri + ">") && expires.find()) {
                    return OptionalInt.of(Integer.parseInt(expires.group(1)));
                }
            }
        }
        return OptionalInt.empty();
    }

    private static String authority(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static String escape(String user) {
        StringBuilder text = new StringBuilder();
        for (byte b : user.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                text.append(c);
            } else {
                text.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return text.toString();
    }
}

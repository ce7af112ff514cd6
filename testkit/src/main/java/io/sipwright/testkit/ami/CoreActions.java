package io.sipwright.testkit.ami;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Actions of Asterisk's core, as far as a client of ours needs them. */
final class CoreActions {
    private static final Pattern SORCERY = Pattern.compile("AST_SORCERY\\(res_pjsip,([^,]*),([^,]*),([^,)]*)\\)");
    private static final int MAX_VALUE_BYTES = 1023;

    private final FakePjsip pjsip;

    CoreActions(FakePjsip pjsip) {
        this.pjsip = pjsip;
    }

    static void ping(RecordedAction action, Reply reply) {
        reply.message("Response: Success", "Ping: Pong", "Timestamp: 1700000000.000000");
    }

    static void coreSettings(RecordedAction action, Reply reply) {
        reply.message(
                "Response: Success",
                "AMIversion: 11.0.0",
                "AsteriskVersion: 22.0.0",
                "SystemName: ",
                "CoreMaxCalls: 0",
                "CoreMaxLoadAvg: 0.000000",
                "CoreRunUser: ",
                "CoreRunGroup: ",
                "CoreMaxFilehandles: 0",
                "CoreRealTimeEnabled: No",
                "CoreCDRenabled: Yes",
                "CoreHTTPenabled: No",
                "SoundsSearchCustomDir: No");
    }

    static void logoff(RecordedAction action, Reply reply) {
        reply.message("Response: Goodbye", "Message: Thanks for all the fish.").last();
    }

    /** Always a success, also for what does not exist. */
    void getvar(RecordedAction action, Reply reply) {
        String variable = action.header("Variable");
        if (variable.isEmpty()) {
            reply.error("No variable specified");
        } else {
            reply.message("Response: Success", "Variable: " + variable, "Value: " + cut(value(variable)));
        }
    }

    private String value(String variable) {
        Matcher matcher = SORCERY.matcher(variable);
        if (!matcher.matches()) {
            return "";
        }
        String type = matcher.group(1);
        return pjsip.get(type, matcher.group(2))
                .map(options -> ObjectFields.read(type, options, matcher.group(3)))
                .orElse("");
    }

    /** Unlike Asterisk, this does not cut within a character. */
    private static String cut(String value) {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_VALUE_BYTES);
        CharBuffer rest = CharBuffer.wrap(value);
        StandardCharsets.UTF_8.newEncoder().encode(rest, bytes, true);
        return value.substring(0, rest.position());
    }
}

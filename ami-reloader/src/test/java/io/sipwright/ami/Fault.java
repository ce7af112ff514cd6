package io.sipwright.ami;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Trouble with the manager interface, and what the reloader calls it. */
enum Fault {
    REFUSED_CONNECTION("NOT_CONNECTED", FakeAmiServer::refuse),
    NO_BANNER("SILENT", s -> s.onConnect().silence()),
    LATE_BANNER("SILENT", s -> s.onConnect().delay(Duration.ofSeconds(3))),
    CLOSED_BEFORE_BANNER("CLOSED", s -> s.onConnect().closeAtOnce()),
    RESET_BEFORE_BANNER("CLOSED|NOT_CONNECTED", s -> s.onConnect().reset()),
    WRONG_BANNER("CLOSED", s -> s.onConnect().banner("SSH-2.0-OpenSSH_9.9")),
    BANNER_OF_ANOTHER_VERSION("VERIFIED", s -> s.onConnect().banner("Asterisk Call Manager/99.0.0")),
    ONE_BYTE_A_SECOND("SILENT", s -> s.onConnect().oneBytePer(Duration.ofSeconds(1))),
    CLOSED_IN_THE_BANNER("CLOSED", s -> s.onConnect().closeAfterTotalBytes(10)),
    CLOSED_WHILE_LOGGING_IN("CLOSED", s -> s.onConnect().closeAfterReceivedBytes(50)),
    FLOOD_OF_EVENTS("VERIFIED", s -> s.onConnect().flood(50_000)),
    CHALLENGE_REFUSED("LOGIN_REFUSED", s -> s.on("Challenge").error("Must specify AuthType")),
    LOGIN_REFUSED("LOGIN_REFUSED", s -> s.on("Login").error("Authentication failed")),
    LOGIN_UNANSWERED("SILENT", s -> s.on("Login").silence()),
    LOGIN_CLOSED("CLOSED", s -> s.on("Login").closeBeforeAnswer()),
    LOGIN_GARBAGE("VERIFIED", s -> s.on("Login").garbage(bytes("\u0000\u0001 nonsense\r\n\r\n"))),
    RELOAD_NOT_PERMITTED("NOT_PERMITTED", s -> s.on("Reload").permissionDenied()),
    RELOAD_NO_SUCH_MODULE("NO_SUCH_MODULE", s -> s.on("Reload").error("No such module")),
    RELOAD_NOT_INITIALIZED("NO_SUCH_MODULE", s -> s.on("Reload").error("Module not initialized")),
    RELOAD_FAILED("REFUSED", s -> s.on("Reload").error("An unknown error occurred")),
    RELOAD_BUSY_TWICE("VERIFIED", s -> s.on("Reload").errors("A reload is in progress", 2)),
    RELOAD_BUSY_FOR_EVER("BUSY", s -> s.on("Reload").error("A reload is in progress")),
    RELOAD_UNANSWERED("SILENT", s -> s.on("Reload").silence()),
    RELOAD_LOST("SILENT", s -> s.on("Reload").withoutEffect().silence()),
    RELOAD_CLOSED_BEFORE_ANSWER("CLOSED", s -> s.on("Reload").closeBeforeAnswer()),
    RELOAD_RESET("CLOSED", s -> s.on("Reload").reset()),
    RELOAD_CUT_ANSWER("CLOSED", s -> s.on("Reload").closeAfterBytes(12)),
    RELOAD_CLOSED_AFTER_ANSWER("CLOSED", s -> s.on("Reload").thenClose()),
    RELOAD_THEN_SILENCE("SILENT", s -> s.on("Reload").thenSilence()),
    RELOAD_SLOW_AS_WITH_DEAD_NAME_SERVERS("VERIFIED", s -> s.on("Reload").delay(Duration.ofMillis(1500))),
    RELOAD_TOO_SLOW("SILENT", s -> s.on("Reload").delay(Duration.ofSeconds(4))),
    RELOAD_ANSWER_ONE_BYTE_AT_A_TIME("VERIFIED", s -> s.on("Reload").oneBytePer(Duration.ofMillis(5))),
    RELOAD_WITHOUT_BLANK_LINE("SILENT", s -> s.on("Reload").withoutBlankLine()),
    RELOAD_OTHER_ACTION_ID("SILENT", s -> s.on("Reload").otherActionId()),
    RELOAD_HUGE_LINE("CLOSED", s -> s.on("Reload").hugeLine(10_000_000)),
    RELOAD_NOT_UTF8("VERIFIED", s -> s.on("Reload").nonUtf8()),
    RELOAD_AMONG_EVENTS("VERIFIED", s -> s.on("Reload").interleavedEvents(5_000)),
    RELOAD_SUCCESS_WITHOUT_EFFECT("REJECTED", s -> s.on("Reload").success("Module Reloaded")),
    RELOAD_QUEUED_FOR_EVER("STARTING", FakeAmiServer::booting),
    LIST_NOT_PERMITTED("UNSEEN", s -> s.on("PJSIPShowEndpoints").permissionDenied()),
    LIST_UNKNOWN("UNSEEN", s -> s.on("PJSIPShowEndpoints").error("Invalid/unknown command: PJSIPShowEndpoints.")),
    REGISTRATIONS_UNKNOWN(
            "VERIFIED",
            s -> s.on("PJSIPShowRegistrationsOutbound")
                    .error("Invalid/unknown command: PJSIPShowRegistrationsOutbound.")),
    LIST_UNANSWERED("SILENT", s -> s.on("PJSIPShowEndpoints").silence()),
    LIST_CUT("CLOSED", s -> s.on("PJSIPShowEndpoints").closeAfterBytes(300)),
    LIST_WITHOUT_END("SILENT", s -> s.on("PJSIPShowEndpoints").success("A listing of Endpoints follows")),
    LIST_AMONG_EVENTS("VERIFIED", s -> s.on("PJSIPShowEndpoints").interleavedEvents(1_000)),
    STAMPS_NOT_PERMITTED("VERIFIED", s -> s.on("Getvar").permissionDenied()),
    STAMPS_UNANSWERED("SILENT", s -> s.on("Getvar").silence()),
    STAMPS_HELD_BACK("SILENT", s -> s.on("Getvar").afterNext().times(1)),
    STAMPS_CLOSED("CLOSED", s -> s.on("Getvar").closeBeforeAnswer());

    final String outcome;
    private final Consumer<FakeAmiServer> trouble;

    Fault(String outcome, Consumer<FakeAmiServer> trouble) {
        this.outcome = outcome;
        this.trouble = trouble;
    }

    void befall(FakeAmiServer server) {
        trouble.accept(server);
    }

    /** The cause of an outcome, or its kind if it has none. */
    static String nameOf(ReloadOutcome outcome) {
        if (outcome instanceof ReloadOutcome.Failed failed) {
            return failed.cause().name();
        }
        if (outcome instanceof ReloadOutcome.Unreachable unreachable) {
            return unreachable.cause().name();
        }
        return outcome.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

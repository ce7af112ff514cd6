package io.sipwright.ami;

import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether {@code live_dangerously} is on: then whoever may read a variable may run programs. */
final class DangerCheck {
    private static final String FILE = "asterisk.conf";
    private static final String OPTION = "live_dangerously";

    private final AsteriskAsked asked;
    private final @Nullable Path directory;

    DangerCheck(AsteriskAsked asked, @Nullable Path directory) {
        this.asked = asked;
        this.directory = directory;
    }

    void run(Diagnosis diagnosis) throws AmiException {
        String value = asked.config(FILE, "options", OPTION);
        if (ListenerCheck.isYes(value == null ? "" : value) || ListenerCheck.isYes(inFile())) {
            diagnosis.warning(
                    "live-dangerously",
                    "asterisk.conf has 'live_dangerously = yes': a manager account that may read variables may run"
                            + " programs and read any file",
                    "Set it to 'no' and restart Asterisk, unless the dialplan needs it.");
        }
    }

    private String inFile() {
        Path file = directory == null ? null : directory.resolve(FILE);
        if (file == null || !Files.isReadable(file)) {
            return "";
        }
        try {
            return PjsipParser.create().parse(FILE, Files.readString(file)).document().sections().stream()
                    .filter(section -> section.name().equals("options"))
                    .flatMap(section -> section.first(OPTION).stream())
                    .findFirst()
                    .orElse("");
        } catch (IOException | PjsipSyntaxException e) {
            return "";
        }
    }
}

package io.sipwright.ami;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.FileReading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Has Asterisk read one file, over a connection that is there. */
final class FileCall {
    /** A line of an action holds 1,022 bytes, the name of the header included. */
    private static final int MAX_NAME = 1_000;

    private static final String NOT_FOUND = "not found";

    private final AmiSession session;
    private final Deadline deadline;
    private final Consumer<? super Section> sections;

    FileCall(AmiSession session, Deadline deadline, Consumer<? super Section> sections) {
        this.session = session;
        this.deadline = deadline;
        this.sections = sections;
    }

    /**
     * Asks by the name alone first: Asterisk looks for that in its own directory, which may have another path for it than for
     * us. The name of a staged file is random, so that there is none but ours.
     */
    FileReading read(Path file) throws AmiException {
        FileReading reading = new FileReading.NotAsked("the path is too long or has control characters in it");
        for (String name : List.of(String.valueOf(file.getFileName()), file.toString())) {
            if (isAskable(name)) {
                AmiReply reply;
                FileLines lines = new FileLines(sections);
                reply = session.file(Actions.file(name), lines, deadline);
                reading = reading(reply, lines);
                if (!reply.says(NOT_FOUND)) {
                    return reading;
                }
            }
        }
        return reading;
    }

    private static boolean isAskable(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }

    private static FileReading reading(AmiReply reply, FileLines lines) {
        if (reply.success()) {
            lines.end();
            return new FileReading.Read();
        }
        String message = "'" + reply.message() + "'";
        // "Not found" it says as well of a file that lies elsewhere, or of a kind that it does not read.
        return reply.says("invalid format")
                ? new FileReading.Refused("it answered with " + message + "; see its log for 'parse error'")
                : new FileReading.NotAsked("it answered with " + message);
    }
}

package io.sipwright.ami;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether Asterisk may read our files, as far as it says as whom it runs. */
final class RunAsCheck {
    private RunAsCheck() {}

    static void run(AsteriskAsked asked, @Nullable Path directory, Diagnosis diagnosis) throws AmiException {
        if (directory == null || !asked.may("CoreSettings")) {
            return;
        }
        AmiReply settings = asked.ask(AmiAction.named("CoreSettings"));
        String user = settings.get("CoreRunUser").strip();
        String group = settings.get("CoreRunGroup").strip();
        // Empty: it runs as whoever has started it, which may be root.
        if (user.isEmpty() || user.equals("root")) {
            return;
        }
        for (String name : ConfigTree.OUR_NAMES) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file) && !mayRead(file, user, group)) {
                diagnosis.error(
                        "not-readable",
                        "Asterisk runs as " + user + ":" + group + ", and may not read " + name,
                        "chgrp " + (group.isEmpty() ? user : group) + " " + file
                                + ", and set that group in ConfigFiles.builder(...).group(...).");
            }
        }
    }

    private static boolean mayRead(Path file, String user, String group) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            Set<PosixFilePermission> mode = attributes.permissions();
            return mode.contains(PosixFilePermission.OTHERS_READ)
                    || attributes.owner().getName().equals(user)
                    || mode.contains(PosixFilePermission.GROUP_READ)
                            && attributes.group().getName().equals(group.isEmpty() ? user : group);
        } catch (IOException | UnsupportedOperationException e) {
            return true; // not known, and told by the check of modes
        }
    }
}

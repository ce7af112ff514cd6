package io.sipwright.ami;

import io.sipwright.pjsip.Section;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the Asterisk that answers is one that reads our files. */
final class ReadCheck {
    private ReadCheck() {}

    static void run(AsteriskAsked asked, @Nullable ConfigTree tree, Diagnosis diagnosis) throws AmiException {
        if (tree == null || !asked.canReadConfig()) {
            return;
        }
        for (Map.Entry<Path, Section> first : tree.firstOfEach().entrySet()) {
            String name = first.getValue().name();
            String type = asked.config("pjsip.conf", name, Section.TYPE);
            if (type != null && type.isEmpty()) {
                String reads = asked.config("asterisk.conf", "directories", "astetcdir");
                diagnosis.error(
                        "not-read",
                        "Asterisk finds no [" + name + "] of " + first.getKey().getFileName() + " in its pjsip.conf"
                                + (reads == null || reads.isEmpty() ? "" : "; it reads the directory " + reads),
                        "See that it reads the directory that is written to, that pjsip.conf includes our files, and"
                                + " that it may read them.");
            }
        }
    }
}

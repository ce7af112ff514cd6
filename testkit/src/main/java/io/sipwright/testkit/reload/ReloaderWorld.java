package io.sipwright.testkit.reload;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Reloader;
import java.util.List;

/** A reloader, and the Asterisk it speaks to, or what stands for one. */
public interface ReloaderWorld extends AutoCloseable {

    /** Name of an option that no Asterisk knows: it refuses an object that has it, and says that all is well. */
    String UNKNOWN_OPTION = "no_such_option";

    /** The reloader under test, always the same. Its time-outs should be a few seconds. */
    Reloader reloader();

    /** A new reloader of the same Asterisk. */
    Reloader another();

    /** Puts these sections where the next reload reads them, in place of those that were there. */
    void write(List<Section> sections);

    /** Ends Asterisk, so that no one answers any more. */
    void stop();

    @Override
    void close();

    /** Whether Asterisk refuses a section, for those that are no Asterisk. */
    static boolean isRefused(Section section) {
        return section.options().stream().map(Option::name).anyMatch(UNKNOWN_OPTION::equals);
    }
}

package io.sipwright.ami;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the answer to {@code GetConfig}, made into sections as they come. asterisk-java never sees them: it would
 * keep all of a file of some hundred thousand lines, passwords included. Values stand in them as they are; no line break
 * can be in one, for Asterisk has read it from a line.
 */
final class FileLines {
    private static final String CATEGORY = "Category-";
    private static final String OPTION = "Line-";
    /** Of sections that inherit, which ours never do. */
    private static final List<String> INHERITANCE = List.of("IsTemplate-", "Templates-");

    private static final int MAX_OPTIONS = 10_000;

    private final Consumer<? super Section> sink;
    private final List<SectionEntry> options = new ArrayList<>();
    private @Nullable String section;
    private @Nullable RuntimeException failure;
    private volatile long count;

    /** What the sink throws is thrown by {@link #end}, and not on the thread that reads. */
    FileLines(Consumer<? super Section> sink) {
        this.sink = sink;
    }

    /** Whether it is a line of the file. Called by the one thread that reads. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    boolean take(String line) {
        if (line.startsWith(CATEGORY)) {
            handOver();
            section = text(line);
        } else if (line.startsWith(OPTION) && options.size() < MAX_OPTIONS) { // others run into the limit of an answer
            String option = text(line);
            int equals = option.indexOf('=');
            options.add(new Option(
                    equals < 0 ? option : option.substring(0, equals), equals < 0 ? "" : option.substring(equals + 1)));
        } else if (INHERITANCE.stream().anyMatch(line::startsWith)) {
            options.add(new Option("(inherits)", text(line)));
        } else {
            return false;
        }
        count++;
        return true;
    }

    /** After the answer has come: hands over the last section. */
    void end() {
        handOver();
        if (failure != null) {
            throw failure;
        }
    }

    /** How many came so far. */
    long count() {
        return count;
    }

    private void handOver() {
        String name = section;
        if (name == null || failure != null) {
            options.clear();
            return;
        }
        try {
            sink.accept(new Section(name, options));
        } catch (RuntimeException e) {
            failure = e;
        }
        options.clear();
        section = null;
    }

    private static String text(String line) {
        int start = line.indexOf(':') + 1;
        return line.substring(line.startsWith(" ", start) ? start + 1 : start);
    }
}

package io.sipwright.pjsip;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the writer's own output as a stream of elements. */
final class WrittenReading {

    private final Consumer<? super PjsipElement> elements;
    private @Nullable SectionDraft open;
    private final List<Comment> pending = new ArrayList<>();

    WrittenReading(Consumer<? super PjsipElement> elements) {
        this.elements = elements;
    }

    void read(String file, InputStream in) throws IOException {
        new Lines().read(file, in);
        flush();
    }

    private void flush() {
        if (open != null) {
            elements.accept(open.toSection());
            open = null;
        }
        pending.forEach(elements);
        pending.clear();
    }

    private final class Lines extends LineHandler {

        @Override
        void header(SectionHeader header, Location location) {
            if (!header.plain()) {
                throw new PjsipSyntaxException(location, "expected a section without templates");
            }
            flush();
            open = new SectionDraft(header.name(), location);
        }

        @Override
        void option(String name, String value, boolean append, Location location) {
            SectionDraft section = open;
            if (section == null || append) {
                throw new PjsipSyntaxException(location, "expected a section before the first option, and no '+='");
            }
            pending.forEach(section::add);
            pending.clear();
            section.add(new Option(name, value));
        }

        @Override
        void directive(String name, @Nullable String argument, Location location) {
            throw new PjsipSyntaxException(location, "expected no directive");
        }

        @Override
        void comment(String text) {
            pending.add(new Comment(text));
        }

        @Override
        void warn(Location location, String message) {
            throw new PjsipSyntaxException(location, message);
        }
    }
}

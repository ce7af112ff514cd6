package io.sipwright.store;

import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are asked for, and how many of them. Immutable; what is not set does not restrict. Objects come sorted by
 * name, so that the name of the last one is where the next page begins.
 */
public final class ObjectQuery {

    /** The largest page, and the one that is meant where no limit is set. */
    public static final int MAX_LIMIT = 1000;

    private static final ObjectQuery ALL = new ObjectQuery(null, null, null, null, MAX_LIMIT);

    private final @Nullable Boolean active;
    private final @Nullable String template;
    private final @Nullable String text;
    private final @Nullable String after;
    private final int limit;

    private ObjectQuery(
            @Nullable Boolean active,
            @Nullable String template,
            @Nullable String text,
            @Nullable String after,
            int limit) {
        this.active = active;
        this.template = template;
        this.text = text;
        this.after = after;
        this.limit = limit;
    }

    /** Asks for everything, up to {@link #MAX_LIMIT} objects. */
    public static ObjectQuery all() {
        return ALL;
    }

    /** Only active objects, or only the others. */
    public ObjectQuery active(boolean value) {
        return new ObjectQuery(value, template, text, after, limit);
    }

    /** Only objects of a template: of a provider, or of a kind of users. */
    public ObjectQuery template(String id) {
        return new ObjectQuery(active, id, text, after, limit);
    }

    /** Only objects whose name, or one of its {@linkplain ObjectKind#textFields fields}, contains a text, in whatever case. */
    public ObjectQuery text(String part) {
        return new ObjectQuery(active, template, part.toLowerCase(Locale.ROOT), after, limit);
    }

    /** Only objects that sort behind a name. */
    public ObjectQuery after(String name) {
        return new ObjectQuery(active, template, text, name, limit);
    }

    /**
     * At most so many objects.
     *
     * @throws IllegalArgumentException unless it is from 1 to {@link #MAX_LIMIT}
     */
    public ObjectQuery limit(int value) {
        if (value < 1 || value > MAX_LIMIT) {
            throw new IllegalArgumentException("A page holds from 1 to " + MAX_LIMIT + " objects, not " + value);
        }
        return new ObjectQuery(active, template, text, after, value);
    }

    public Optional<Boolean> active() {
        return Optional.ofNullable(active);
    }

    public Optional<String> template() {
        return Optional.ofNullable(template);
    }

    /** In lower case. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    public int limit() {
        return limit;
    }

    /** Whether an object is asked for, wherever its page begins. */
    public boolean matches(ObjectKind kind, ObjectSpec spec) {
        return (active == null || active == spec.active())
                && (template == null || template.equals(spec.templateId()))
                && (text == null
                        || texts(kind, spec).anyMatch(value -> lower(value).contains(text)));
    }

    private static Stream<String> texts(ObjectKind kind, ObjectSpec spec) {
        return Stream.concat(
                Stream.of(spec.name()),
                kind.textFields().stream()
                        .flatMap(field -> Stream.ofNullable(spec.fields().get(field)))
                        .filter(value -> !value.isSecret())
                        .map(FieldValue::text));
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}

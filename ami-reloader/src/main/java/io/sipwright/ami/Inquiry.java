package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ObserverException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Questions to one Asterisk that change nothing; made by {@link AmiReloader#inquiry}. What the account has no right to ask is
 * answered with empty, as unknown. The answers may hold passwords if they are asked for.
 *
 * <p>Has a connection of its own until it is closed. Each question takes a reload time-out at most, and throws {@link
 * ObserverException} if Asterisk does not answer. Thread-safe; one question at a time.
 */
public final class Inquiry implements AutoCloseable {
    private static final int TOGETHER = 500;

    private final AmiSettings settings;
    private final AmiSession session;
    private final AsteriskAsked asked;

    private Inquiry(AmiSettings settings, AmiSession session, AsteriskAsked asked) {
        this.settings = settings;
        this.session = session;
        this.asked = asked;
    }

    static Inquiry open(AmiSettings settings) {
        try {
            AmiSession session = AmiSession.open(settings);
            try {
                return new Inquiry(settings, session, AsteriskAsked.of(session, settings));
            } catch (AmiException e) {
                session.close();
                throw e;
            }
        } catch (AmiException e) {
            throw new ObserverException(LiveStates.why(e));
        }
    }

    /** Which Asterisk runs, as it says itself, e.g. {@code 22.10.1}. */
    public Optional<String> version() {
        return ask(now -> {
            if (!now.may("CoreSettings")) {
                return Optional.empty();
            }
            String text = now.ask(AmiAction.named("CoreSettings")).get("AsteriskVersion");
            return Optional.of(AmiText.shown(text)).filter(it -> !it.isBlank());
        });
    }

    /** Which of some modules, such as {@code res_pjsip.so}, are not loaded. */
    public Optional<List<String>> missing(Collection<String> modules) {
        return ask(now -> {
            if (!now.may("ModuleCheck")) {
                return Optional.empty();
            }
            List<String> missing = new ArrayList<>();
            for (String module : modules) {
                if (!now.isLoaded(module)) {
                    missing.add(module);
                }
            }
            return Optional.of(missing);
        });
    }

    /** All values of an option of a file in Asterisk's configuration directory, as the file stands now. */
    public Optional<List<String>> config(String file, String section, String option) {
        return ask(now -> Optional.ofNullable(now.configs(file, section, option)));
    }

    /**
     * An option of each of some loaded objects; an empty text where there is no such object or option. Needs {@code
     * func_sorcery.so}; without it all are empty.
     */
    public Optional<Map<ObjectKey, String>> options(Collection<ObjectKey> objects, String option) {
        List<ObjectKey> all = List.copyOf(objects);
        Map<ObjectKey, String> values = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<ObjectKey> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            Optional<Map<ObjectKey, String>> read = ask(now -> now.may("Getvar")
                    ? Optional.of(
                            new FieldReader(session, Deadline.in(settings.reloadTimeout())).read(some, key -> option))
                    : Optional.empty());
            if (read.isEmpty()) {
                return read;
            }
            values.putAll(read.get());
        }
        return Optional.of(values);
    }

    /** Whether objects of a type, such as {@code auth}, are kept in a memory cache; false as well if that is unknown. */
    public boolean isCached(String type) {
        return ask(now -> {
            // Of an object that is in no cache, so that nothing is dropped.
            ObjectKey none = new ObjectKey(type, "sipwright-no-such-object");
            return now.may("SorceryMemoryCacheExpireObject")
                    && !now.ask(Actions.expire(none)).says("cache does not exist");
        });
    }

    private synchronized <T> T ask(Question<T> question) {
        try {
            return question.ask(asked.again());
        } catch (AmiException e) {
            throw new ObserverException(LiveStates.why(e));
        }
    }

    private interface Question<T> {
        T ask(AsteriskAsked asked) throws AmiException;
    }

    /** Ends the connection, in two seconds at most. */
    @Override
    public void close() {
        session.close();
    }
}

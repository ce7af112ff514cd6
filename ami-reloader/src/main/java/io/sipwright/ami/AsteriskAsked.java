package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions to an Asterisk that change nothing, and whose answers hold no passwords. */
final class AsteriskAsked {
    private static final int MOST_VALUES = 20;

    private final AmiSession session;
    private final AmiSettings settings;
    private final Deadline deadline;
    private final Set<String> actions;

    private AsteriskAsked(AmiSession session, AmiSettings settings, Deadline deadline, Set<String> actions) {
        this.session = session;
        this.settings = settings;
        this.deadline = deadline;
        this.actions = actions;
    }

    /** Asks first which actions the account may send: Asterisk lists only those. */
    static AsteriskAsked of(AmiSession session, AmiSettings settings) throws AmiException {
        Deadline deadline = Deadline.in(settings.reloadTimeout());
        AmiReply reply = session.send(AmiAction.named("ListCommands"), deadline);
        Set<String> actions = reply.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new AsteriskAsked(session, settings, deadline, actions);
    }

    /** The same, with all of the time that there is for an answer. */
    AsteriskAsked again() {
        return new AsteriskAsked(session, settings, Deadline.in(settings.reloadTimeout()), actions);
    }

    String user() {
        return settings.user();
    }

    boolean may(String action) {
        return actions.contains(action.toLowerCase(Locale.ROOT));
    }

    AmiReply ask(AmiAction action) throws AmiException {
        return session.send(action, deadline);
    }

    /** The same where events may follow, which are not looked at. */
    AmiReply list(AmiAction action) throws AmiException {
        return session.list(action, event -> {}, deadline);
    }

    /** The first value of an option of a file, its includes followed; empty if it is not there, null if that is unknown. */
    @Nullable
    String config(String file, String section, String option) throws AmiException {
        if (!may("Getvar") || hasMark(file + section + option)) {
            return null;
        }
        AmiReply reply = ask(
                AmiAction.named("Getvar").with("Variable", "AST_CONFIG(" + file + "," + section + "," + option + ")"));
        return reply.success() ? reply.get("Value").strip() : null;
    }

    /**
     * All values of an option of a file, in their order; none if it is not there, null if that is unknown. Asterisk 16 and 22
     * count from 0, and answer beyond the last with nothing.
     */
    @Nullable
    List<String> configs(String file, String section, String option) throws AmiException {
        if (!may("Getvar") || hasMark(file + section + option) || !canReadConfig()) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (int at = 0; at < MOST_VALUES; at++) {
            AmiReply reply = ask(AmiAction.named("Getvar")
                    .with("Variable", "AST_CONFIG(" + file + "," + section + "," + option + "," + at + ")"));
            String value = reply.success() ? reply.get("Value").strip() : "";
            if (value.isEmpty()) {
                break;
            }
            values.add(value);
        }
        return values;
    }

    /** Whether {@link #config} tells anything: without {@code func_config} every value is empty. */
    boolean canReadConfig() throws AmiException {
        String value = config("manager.conf", "general", "enabled");
        return value != null && !value.isEmpty();
    }

    private static boolean hasMark(String text) {
        return text.matches("(?s).*[,()\"\\\\\\p{Cntrl}].*");
    }

    /** Whether there is a loaded object; true where its name cannot be asked for. */
    boolean exists(String type, String name) throws AmiException {
        return hasMark(name)
                || !ask(Actions.field(new ObjectKey(type, name), Types.fieldOfAny(type, "")))
                        .get("Value")
                        .isEmpty();
    }

    /** Whether a module is loaded; false as well if that is unknown. */
    boolean isLoaded(String module) throws AmiException {
        return may("ModuleCheck")
                && ask(AmiAction.named("ModuleCheck").with("Module", module)).success();
    }
}

package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions to an Asterisk that change nothing, and whose answers hold no passwords. */
final class AsteriskAsked {
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

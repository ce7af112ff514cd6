package io.sipwright.testkit.ami;

import java.util.Map;
import java.util.TreeMap;

/** Answers one connection the way Asterisk 22 does. */
final class WellBehaved {
    private final Map<String, ActionHandler> handlers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, ActionHandler> beforeLogin = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Login login;

    WellBehaved(ServerState server, Login login) {
        this.login = login;
        Reloading reloading = new Reloading(server, login);
        CoreActions core = new CoreActions(server.pjsip());
        PjsipLists lists = new PjsipLists(server.pjsip());
        PjsipActions pjsip = new PjsipActions(server.pjsip());
        DatabaseActions database = new DatabaseActions(server.pjsip());
        ConfigActions config = new ConfigActions(server.configDirectory());
        beforeLogin.put("Challenge", login::challenge);
        beforeLogin.put("Login", (action, reply) -> login.login(action, reply, server));
        beforeLogin.put("Logoff", CoreActions::logoff);
        handlers.putAll(beforeLogin);
        handlers.put("Events", login::events);
        handlers.put("Ping", CoreActions::ping);
        handlers.put("CoreSettings", CoreActions::coreSettings);
        handlers.put("Getvar", core::getvar);
        handlers.put("Reload", reloading::reload);
        handlers.put("ModuleLoad", reloading::moduleLoad);
        handlers.put("GetConfig", config::getConfig);
        handlers.put("DBDel", database::delete);
        handlers.put("DBDelTree", database::deleteTree);
        handlers.put("PJSIPShowEndpoints", lists::endpoints);
        handlers.put("PJSIPShowAors", lists::aors);
        handlers.put("PJSIPShowAuths", lists::auths);
        handlers.put("PJSIPShowContacts", lists::contacts);
        handlers.put("PJSIPShowRegistrationsOutbound", lists::registrations);
        handlers.put("PJSIPShowEndpoint", pjsip::endpoint);
        handlers.put("PJSIPRegister", pjsip::register);
        handlers.put("PJSIPUnregister", pjsip::unregister);
    }

    void answer(RecordedAction action, Reply reply) {
        String name = action.name();
        ActionHandler handler = (login.isAccepted() ? handlers : beforeLogin).get(name);
        if (name.isEmpty()) {
            reply.error("Missing action in request");
        } else if (handler != null) {
            handler.answer(action, reply);
        } else if (!login.isAccepted()) {
            reply.error("Permission denied");
        } else {
            reply.error("Invalid/unknown command: " + name + ". Use Action: ListCommands to show available commands.");
        }
    }
}

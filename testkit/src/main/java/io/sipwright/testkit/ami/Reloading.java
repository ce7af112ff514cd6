package io.sipwright.testkit.ami;

import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two actions that reload. */
final class Reloading {
    private static final Logger log = LoggerFactory.getLogger(Reloading.class);
    private static final String SUFFIX = ".so";
    private static final String PJSIP = "res_pjsip";
    private static final String WITHOUT_RELOAD = "chan_pjsip";

    /** Modules that can be reloaded, without an effect on the objects of others. */
    private static final Set<String> OTHERS = Set.of("res_pjsip_outbound_registration", "res_sorcery_config");

    private final ServerState server;
    private final Login login;

    Reloading(ServerState server, Login login) {
        this.server = server;
        this.login = login;
    }

    void reload(RecordedAction action, Reply reply) {
        String module = action.header("Module");
        ReloadResult result = reload(module);
        result.answerReload(reply);
        event(module, result, reply);
    }

    void moduleLoad(RecordedAction action, Reply reply) {
        String module = action.header("Module");
        String type = action.header("LoadType").toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            // Asterisk goes on after this error, to another: it answers twice.
            reply.error("Incomplete ModuleLoad action.");
        }
        if (!isFile(module)) {
            reply.error("Module not found.");
        } else if (type.equals("reload")) {
            moduleReload(module, reply);
        } else {
            reply.error(type.equals("load") ? "Could not load module." : "Incomplete ModuleLoad action.");
        }
    }

    /** Unlike the other action, this one wants the name of a file; there is one for each module known here. */
    private static boolean isFile(String module) {
        return module.isEmpty() || (module.endsWith(SUFFIX) && isKnown(nameOf(module)));
    }

    private static boolean isKnown(String name) {
        return OTHERS.contains(name) || name.equals(PJSIP) || name.equals(WITHOUT_RELOAD);
    }

    private void moduleReload(String module, Reply reply) {
        ReloadResult result = reload(module);
        if (module.isEmpty()) {
            reply.success("All modules reloaded");
        } else {
            result.answerModuleLoad(reply);
        }
        event(module, result, reply);
    }

    private void event(String module, ReloadResult result, Reply reply) {
        if (login.wantsEvents()) {
            String shown = module.isEmpty() ? "All" : module;
            String status = "Status: " + result.status(server.isBooted());
            reply.event("Reload", "Privilege: system,all", "Module: " + shown, status);
        }
    }

    private ReloadResult reload(String module) {
        String name = nameOf(module);
        if (!name.isEmpty() && !isKnown(name)) {
            return ReloadResult.NOT_FOUND;
        }
        if (name.equals(WITHOUT_RELOAD)) {
            return ReloadResult.NOT_IMPLEMENTED;
        }
        if (OTHERS.contains(name)) {
            return ReloadResult.SUCCESS;
        }
        try {
            return server.reload() ? ReloadResult.SUCCESS : ReloadResult.IN_PROGRESS;
        } catch (RuntimeException | AssertionError e) {
            log.warn("The effect of a reload failed", e);
            return ReloadResult.FAILED;
        }
    }

    private static String nameOf(String module) {
        return module.endsWith(SUFFIX) ? module.substring(0, module.length() - SUFFIX.length()) : module;
    }
}

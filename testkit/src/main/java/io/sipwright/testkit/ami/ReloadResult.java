package io.sipwright.testkit.ami;

/** How a reload ends, and what the two actions for it say then. */
enum ReloadResult {
    SUCCESS(0, "Module Reloaded", "Module reloaded."),
    NOT_FOUND(2, "No such module", "No such module."),
    FAILED(3, "An unknown error occurred", "An unknown error occurred"),
    IN_PROGRESS(4, "A reload is in progress", "A reload is in progress"),
    NOT_IMPLEMENTED(6, "Module does not support reload", "Module does not support reload action.");

    private final int status;
    private final String reload;
    private final String moduleLoad;

    ReloadResult(int status, String reload, String moduleLoad) {
        this.status = status;
        this.reload = reload;
        this.moduleLoad = moduleLoad;
    }

    /** What the event {@code Reload} says. */
    int status(boolean isBooted) {
        return this == SUCCESS && !isBooted ? 1 : status;
    }

    void answerReload(Reply reply) {
        answer(reload, reply);
    }

    void answerModuleLoad(Reply reply) {
        answer(moduleLoad, reply);
    }

    private void answer(String message, Reply reply) {
        if (this == SUCCESS) {
            reply.success(message);
        } else {
            reply.error(message);
        }
    }
}

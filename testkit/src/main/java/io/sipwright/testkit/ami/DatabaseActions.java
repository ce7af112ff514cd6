package io.sipwright.testkit.ami;

import java.util.List;

/** Actions on Asterisk's database, in which there is nothing but contacts. */
final class DatabaseActions {
    private static final String CONTACTS = "registrar/contact";

    private final FakePjsip pjsip;

    DatabaseActions(FakePjsip pjsip) {
        this.pjsip = pjsip;
    }

    void delete(RecordedAction action, Reply reply) {
        String family = action.header("Family");
        String key = action.header("Key");
        if (family.isEmpty()) {
            reply.error("No family specified.");
        } else if (key.isEmpty()) {
            reply.error("No key specified.");
        } else if (family.equals(CONTACTS) && pjsip.forget(key)) {
            reply.success("Key deleted successfully");
        } else {
            reply.error("Database entry could not be deleted");
        }
    }

    void deleteTree(RecordedAction action, Reply reply) {
        String family = action.header("Family");
        String key = action.header("Key");
        if (family.isEmpty()) {
            reply.error("No family specified.");
            return;
        }
        String prefix = key.isEmpty() ? family : family + "/" + key;
        List<String> keys = pjsip.registered().stream()
                .map(FakeContact::key)
                .filter(contact -> (CONTACTS + "/" + contact + "/").startsWith(prefix + "/"))
                .toList();
        keys.forEach(pjsip::forget);
        if (keys.isEmpty()) {
            reply.error("Database entry not found");
        } else {
            reply.success("Key tree deleted successfully");
        }
    }
}

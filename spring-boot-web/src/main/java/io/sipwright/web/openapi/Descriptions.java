package io.sipwright.web.openapi;

import static io.sipwright.web.openapi.Description.of;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All operations, by controller and method. A test sees to it that none is missing. */
final class Descriptions {

    private static final Map<String, Description> ALL = new HashMap<>();

    static {
        templates();
        objects("TrunksController", "trunks", "Trunk", "trunk", Requests.TRUNK, Requests.TRUNK_CHANGE);
        objects("SipUsersController", "SIP users", "SipUser", "SIP user", Requests.USER, Requests.USER_CHANGE);
        asterisk();
    }

    private Descriptions() {}

    static @Nullable Description find(String controller, String method) {
        return ALL.get(controller + "." + method);
    }

    private static void put(String key, Description description) {
        ALL.put(key, description);
    }

    private static void templates() {
        String tag = "templates";
        put("ProvidersController.list", of(tag, "listProviders", "All carriers there are templates for"));
        put(
                "ProvidersController.details",
                of(tag, "readProvider", "All about one carrier").may(404));
        put(
                "ProvidersController.schema",
                of(tag, "readProviderSchema", "JSON Schema of a carrier's form").may(404));
        put("UserTemplatesController.list", of(tag, "listUserTemplates", "All kinds of SIP users"));
        put(
                "UserTemplatesController.details",
                of(tag, "readUserTemplate", "All about one kind of SIP users").may(404));
        put(
                "UserTemplatesController.schema",
                of(tag, "readUserTemplateSchema", "JSON Schema of the form of a kind of SIP users")
                        .may(404));
    }

    private static void objects(
            String controller, String tag, String id, String name, Requests request, Requests change) {
        boolean isTrunk = request == Requests.TRUNK;
        Object example = isTrunk ? Examples.TRUNK : Examples.USER;
        Object changeExample = isTrunk ? Examples.TRUNK_CHANGE : Examples.USER_CHANGE;
        Object created = isTrunk ? Examples.TRUNK_CREATED : Examples.USER_CREATED;
        put(
                controller + ".create",
                of(tag, "create" + id, "Create a " + name)
                        .takes(request, example)
                        .created(created)
                        .may(409));
        put(controller + ".list", of(tag, "list" + id + "s", "A page of " + name + "s, by name"));
        put(controller + ".get", of(tag, "read" + id, "One " + name).versioned().may(404));
        put(
                controller + ".update",
                of(tag, "update" + id, "Change what is given of a " + name + "; 'overrides' as a whole")
                        .takes(change, changeExample)
                        .versioned()
                        .may(404, 409, 412));
        put(
                controller + ".patch",
                of(tag, "patch" + id, "Merge a patch (RFC 7396) into a " + name)
                        .takes(change, changeExample)
                        .versioned()
                        .may(404, 409, 412));
        put(controller + ".delete", of(tag, "delete" + id, "Delete a " + name).may(404, 409, 412));
        put(
                controller + ".preview",
                of(tag, "preview" + id, "What a " + name + " would look like in the file, with secrets masked")
                        .takes(request, example)
                        .may(409));
        put(
                controller + ".explain",
                of(tag, "explain" + id, "Where each line of a " + name + " comes from, and where it stands")
                        .may(404));
        put(
                controller + ".history",
                of(tag, "read" + id + "History", "What a " + name + " was like, the newest state first")
                        .may(404));
        put(
                controller + ".restore",
                of(tag, "restore" + id, "Bring back what a " + name + " was after a change, also if it was deleted")
                        .takes(Requests.RESTORE, Examples.RESTORE)
                        .versioned()
                        .may(404, 409, 412));
        put(
                "TrunksController.registrations",
                of("trunks", "readTrunkRegistrations", "What the nodes see of a carrier now")
                        .may(404));
        put(
                "SipUsersController.contacts",
                of("SIP users", "readSipUserContacts", "The phones of a SIP user, as the nodes see them now")
                        .may(404));
    }

    private static void asterisk() {
        String tag = "Asterisk";
        put(
                "BulkController.store",
                of(tag, "storeBulk", "Create or replace many trunks and SIP users in one change")
                        .takes(Requests.BULK, Examples.BULK)
                        .may(409));
        put("AsteriskController.status", of(tag, "readAsteriskStatus", "How far each node has come"));
        put(
                "AsteriskController.apply",
                of(tag, "applyToAsterisk", "Bring what is stored to all nodes now")
                        .may(409));
        put(
                "AsteriskController.reconcile",
                of(tag, "reconcileAsterisk", "Look at all nodes now, and repair what is not as it should be"));
        put(
                "AsteriskController.registrations",
                of(tag, "listRegistrations", "The registrations at carriers, as the nodes see them now"));
        put("AsteriskController.changes", of(tag, "listChanges", "Who changed what after a generation"));
        put(
                "AsteriskController.plan",
                of(tag, "planAsterisk", "What applying would change now, option by option")
                        .may(409));
        put(
                "GenerationsController.history",
                of(tag, "listGenerations", "The generations, the newest first, and what each has changed"));
        put(
                "GenerationsController.restore",
                of(tag, "restoreGeneration", "Bring back what everything was at a generation")
                        .takes(Requests.RESTORE, Examples.RESTORE)
                        .may(404, 409));
        put("ConfirmationController.get", of(tag, "readConfirmation", "The changes that wait to be confirmed"));
        put(
                "ConfirmationController.confirm",
                of(tag, "confirmChanges", "Confirm the changes that wait: they stay")
                        .may(409));
        put(
                "ConfirmationController.goBack",
                of(tag, "goBack", "Take the changes back that wait to be confirmed, now")
                        .may(409, 422));
        put(
                "AsteriskController.doctor",
                of(tag, "examineAsterisk", "What is wrong with the Asterisks and their files, and how to mend it")
                        .may(501));
    }
}

package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Stamps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads single fields of loaded objects, many at a time. */
final class FieldReader {
    private final AmiSession session;
    private final Deadline deadline;

    FieldReader(AmiSession session, Deadline deadline) {
        this.session = session;
        this.deadline = deadline;
    }

    /**
     * Whether it can read at all: the account may, and {@code func_sorcery} is loaded. One question, of an endpoint that
     * is there; without the module each would be an error in Asterisk's log.
     */
    boolean works(Set<String> endpoints) throws AmiException {
        if (endpoints.isEmpty()) {
            return false;
        }
        ObjectKey any = new ObjectKey(Types.ENDPOINT, endpoints.iterator().next());
        AmiReply reply = session.send(Actions.field(any, Types.fieldOfAny(any.type(), "")), deadline);
        return reply.success() && !reply.get("Value").isEmpty();
    }

    /** The same of rows, of which none is known to be there: one that answers is enough. */
    boolean worksForAny(Collection<ObjectKey> keys) throws AmiException {
        for (ObjectKey key : keys) {
            AmiReply reply = session.send(Actions.field(key, Types.fieldOfAny(key.type(), "")), deadline);
            if (!reply.success()) {
                return false;
            }
            if (!reply.get("Value").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the account may ask for fields; not whether they are told. */
    boolean isPermitted() throws AmiException {
        return session.send(Actions.field(new ObjectKey(Types.ENDPOINT, "any"), Stamps.OPTION), deadline)
                .success();
    }

    /** The value of a field of each; empty where there is no such object or field. An error is not taken for that. */
    Map<ObjectKey, String> read(Collection<ObjectKey> keys, Function<ObjectKey, String> field) throws AmiException {
        List<AmiAction> actions = new ArrayList<>(keys.size());
        keys.forEach(key -> actions.add(Actions.field(key, field.apply(key))));
        List<AmiReply> replies = session.sendAll(actions, deadline);
        Map<ObjectKey, String> values = new LinkedHashMap<>();
        int i = 0;
        for (ObjectKey key : keys) {
            AmiReply reply = replies.get(i++);
            if (!reply.success()) {
                throw AmiException.unseen("it would not tell of " + key + ": '" + reply.message() + "'");
            }
            values.put(key, reply.get("Value"));
        }
        return values;
    }
}

package io.sipwright.facade;

import io.sipwright.template.ObjectSpec;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.TreeMap;

/** What a map, and a number, would hold after the same operations. */
final class FacadeModel {

    final TreeMap<String, ObjectSpec> objects = new TreeMap<>();
    long generation;

    /** Whether the operation succeeds. */
    boolean perform(Operation operation) {
        ObjectSpec present = objects.get(operation.name());
        boolean possible = switch (operation.kind()) {
            case CREATE -> present == null;
            case UPDATE, DELETE, ENABLE, DISABLE -> present != null;
            case UPDATE_STALE -> false;
            case UPSERT -> true;
        };
        if (possible) {
            ObjectSpec next = next(operation, present);
            if (next == null) {
                objects.remove(operation.name());
                generation++;
            } else if (!next.equals(objects.put(operation.name(), next))) {
                generation++;
            }
        }
        return possible;
    }

    private static ObjectSpec next(Operation operation, ObjectSpec present) {
        return switch (operation.kind()) {
            case DELETE -> null;
            case ENABLE -> active(present, true);
            case DISABLE -> active(present, false);
            case UPDATE -> active(spec(operation), present.active());
            default -> spec(operation);
        };
    }

    static ObjectSpec spec(Operation operation) {
        return operation.isTrunk() ? trunk(operation) : user(operation);
    }

    static TrunkSpec trunk(Operation operation) {
        return Samples.trunk(operation.name()).toBuilder()
                .server(host(operation))
                .build();
    }

    static SipUserSpec user(Operation operation) {
        return Samples.user(operation.name(), extension(operation));
    }

    static String host(Operation operation) {
        return "sip" + operation.variant() + ".example.com";
    }

    static String extension(Operation operation) {
        return "200" + operation.variant();
    }

    private static ObjectSpec active(ObjectSpec spec, boolean active) {
        return spec instanceof TrunkSpec trunk
                ? trunk.toBuilder().active(active).build()
                : ((SipUserSpec) spec).toBuilder().active(active).build();
    }
}

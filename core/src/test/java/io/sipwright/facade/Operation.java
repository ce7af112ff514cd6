package io.sipwright.facade;

/**
 * One call of the facade.
 *
 * @param name of a trunk where it begins with {@code t}, otherwise of a user
 * @param variant what the object looks like afterwards
 */
record Operation(Kind kind, String name, int variant) {

    enum Kind {
        CREATE,
        UPDATE,
        UPDATE_STALE,
        DELETE,
        ENABLE,
        DISABLE,
        UPSERT
    }

    boolean isTrunk() {
        return name.startsWith("t");
    }
}

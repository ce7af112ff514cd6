package io.sipwright.reload;

/**
 * Which object of Asterisk: its type and its name.
 *
 * @param type as in {@code type=endpoint}
 * @param name of the section
 */
public record ObjectKey(String type, String name) implements Comparable<ObjectKey> {

    public ObjectKey {
        if ((type + name).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A control character in the type or name of an object");
        }
    }

    @Override
    public int compareTo(ObjectKey other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : name.compareTo(other.name);
    }

    /** For example {@code endpoint alice}. */
    @Override
    public String toString() {
        return type + " " + name;
    }
}

package io.sipwright.reload;

/**
 * Which object of Asterisk: its type and its name.
 *
 * @param type as in {@code type=endpoint}
 * @param name of the section
 */
public record ObjectKey(String type, String name) implements Comparable<ObjectKey> {

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

package io.sipwright.apply;

import io.sipwright.reload.Reloader;
import io.sipwright.target.Target;

/**
 * One Asterisk: where its configuration goes, and how it is made to run it.
 *
 * @param name in status, logs and the database; unique among the nodes of a host
 * @param target where the rendering goes
 * @param reloader how Asterisk is made to read it
 */
public record Node(String name, Target target, Reloader reloader) {

    /** The name where there is only one. */
    public static final String DEFAULT_NAME = "default";

    public Node {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            throw new IllegalArgumentException("A node is named by letters, digits, '.', '_' and '-'");
        }
    }
}

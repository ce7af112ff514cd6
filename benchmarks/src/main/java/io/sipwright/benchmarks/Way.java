package io.sipwright.benchmarks;

import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.util.List;

/** A way in which changes of users get to Asterisk. */
interface Way {

    /** As the table calls it. */
    String label();

    /** What the names of users begin with that are changed in this way. */
    String prefix();

    void create(String user, String password);

    void change(String user, String password);

    void delete(String user);

    /** Waits until nothing more is done for the last change, where that would keep the next one waiting. */
    default void settle() {}

    List<AsteriskServer> nodes();

    /** Where ways are compared: nodes, and users that are there already. */
    interface Bed extends AutoCloseable {

        List<Way> ways();

        @Override
        void close() throws Exception;
    }

    /** Makes a bed for {@code files}, {@code overlay} or {@code rows}. */
    static Bed bed(String way, AsteriskInstallation installation, int nodes, int users) throws Exception {
        return switch (way) {
            case "files" -> new FileBed(installation, nodes, users, false);
            case "overlay" -> new FileBed(installation, nodes, users, true);
            case "rows" -> new RowBed(installation, nodes, users);
            default -> throw new IllegalArgumentException("There is no way '" + way + "'");
        };
    }
}

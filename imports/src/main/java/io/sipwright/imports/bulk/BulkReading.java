package io.sipwright.imports.bulk;

import io.sipwright.Sipwright;
import io.sipwright.store.ObjectKind;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;

/** Collects what is read from one file. Not thread-safe. */
final class BulkReading {

    private final BulkLimits limits;
    private final BulkProblems problems;
    private final BulkMembers trunkMembers;
    private final BulkMembers userMembers;
    private final SpecReading specs;
    private final List<BulkEntry<TrunkSpec>> trunks = new ArrayList<>();
    private final List<BulkEntry<SipUserSpec>> users = new ArrayList<>();
    private final List<Integer> rejected = new ArrayList<>();

    BulkReading(Sipwright sipwright, BulkLimits limits, BulkProblems problems) {
        this.limits = limits;
        this.problems = problems;
        this.trunkMembers = BulkMembers.trunks(sipwright);
        this.userMembers = BulkMembers.users(sipwright);
        this.specs = new SpecReading(sipwright, problems);
    }

    BulkLimits limits() {
        return limits;
    }

    BulkProblems problems() {
        return problems;
    }

    BulkMembers members(ObjectKind kind) {
        return kind == ObjectKind.TRUNK ? trunkMembers : userMembers;
    }

    List<BulkEntry<TrunkSpec>> trunks() {
        return trunks;
    }

    List<BulkEntry<SipUserSpec>> users() {
        return users;
    }

    /** Lines of rows that hold no object; what is wrong with them was said. */
    List<Integer> rejected() {
        return rejected;
    }

    /** Takes an object; answers whether to read on. */
    boolean add(ObjectKind kind, BulkObject object) {
        if (!mayHaveMore(object.line())) {
            return false;
        }
        if (kind == ObjectKind.TRUNK) {
            trunks.add(specs.trunk(object, trunkMembers));
        } else {
            users.add(specs.user(object, userMembers));
        }
        return !problems.isFull(object.line());
    }

    /** Counts a row that holds no object; answers whether to read on. */
    boolean rejected(int line) {
        if (!mayHaveMore(line)) {
            return false;
        }
        rejected.add(line);
        return !problems.isFull(line);
    }

    private boolean mayHaveMore(int line) {
        boolean more = trunks.size() + users.size() + rejected.size() < limits.rows();
        if (!more) {
            problems.file(
                    line, "", "file.too_many_rows", "More than " + limits.rows() + " rows. Cut the file in parts.");
        }
        return more;
    }
}

package io.sipwright.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.store.FormerState;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.template.FieldValues;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.stream.Stream;

/** Sees that both ways do the same work: the same statements are sent, and the same users stand in the rows. */
final class SameWork {

    private static final int MANY = 1_234;

    private final BenchmarkDatabase database;
    private final String keyset;

    SameWork(BenchmarkDatabase database, String keyset) {
        this.database = database;
        this.keyset = keyset;
    }

    /**
     * Compares.
     *
     * @throws IllegalStateException if they differ
     */
    void check() {
        SentStatements sent = new SentStatements();
        try (HikariDataSource pool = database.pool()) {
            StoreUnderTest ours = new StoreUnderTest(sent.noting(pool), database, "so_", keyset);
            StoreUnderTest bare = new StoreUnderTest(sent.noting(pool), database, "sb_", keyset);
            List<Account> accounts = Account.make(MANY + 2);
            List<Account> many = accounts.subList(2, MANY + 2);
            ours.readAll(); // asks once what the connections are like
            same(sent, () -> ours.create(accounts.get(0)), () -> bare.bare().create(accounts.get(0)));
            same(
                    sent,
                    () -> ours.createValidated(accounts.get(1)),
                    () -> bare.bare().create(accounts.get(1)));
            same(sent, () -> ours.createAll(many), () -> bare.bare().createAll(many, false));
            same(sent, ours::readAll, () -> bare.bare().readAll());
            sameUsers(ours.store(), bare.store());
            ours.clear();
            bare.clear();
            same(sent, () -> ours.createAllValidated(many), () -> bare.bare().createAll(many, true));
            sameUsers(ours.store(), bare.store());
        }
    }

    private static void same(SentStatements sent, Runnable ours, Runnable bare) {
        sent.take("");
        ours.run();
        List<String> byOurs = sent.take("so_");
        bare.run();
        List<String> byBare = sent.take("sb_");
        same("statements", byOurs, byBare);
    }

    private static void sameUsers(ProvisioningStore ours, ProvisioningStore bare) {
        same("users", users(ours), users(bare));
        same("history", history(ours), history(bare));
    }

    /** What one can compare: ids and times are those of each. */
    private record Seen(SipUserSpec spec, FieldValues fields, int templateVersion, long version) {

        Seen(SipUser user) {
            this(user.spec(), user.spec().fields(), user.templateVersion(), user.version());
        }
    }

    private static List<Seen> users(ProvisioningStore store) {
        return store.read(view -> {
            try (Stream<SipUser> users = view.users().stream()) {
                return users.map(Seen::new).toList();
            }
        });
    }

    private static List<Seen> history(ProvisioningStore store) {
        return store.read(view -> Account.make(20).stream()
                .flatMap(account -> view.users().history(account.name(), 10).stream())
                .map(FormerState::object)
                .map(Seen::new)
                .toList());
    }

    private static <T> void same(String what, List<T> ours, List<T> bare) {
        for (int i = 0; i < Math.max(ours.size(), bare.size()); i++) {
            if (i >= ours.size() || i >= bare.size() || !ours.get(i).equals(bare.get(i))) {
                throw new IllegalStateException("not the same " + what + " at " + i + " of " + ours.size() + " and "
                        + bare.size() + ":\n" + (i < ours.size() ? ours.get(i) : "nothing") + "\n"
                        + (i < bare.size() ? bare.get(i) : "nothing"));
            }
        }
    }
}

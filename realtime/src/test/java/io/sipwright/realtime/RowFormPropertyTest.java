package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.testkit.template.SipUserArbitraries;
import io.sipwright.testkit.template.TrunkArbitraries;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever shipped templates make, with overrides, means the same as rows. */
class RowFormPropertyTest {

    /** Read once from real tables. */
    private static final class Columns {

        static final PresentTables OURS = of(true);
        static final PresentTables ASTERISKS = of(false);

        private static PresentTables of(boolean ours) {
            TestDatabase database = PostgreSqlServer.newDatabase();
            if (ours) {
                RealtimeSchema.of(database.dataSource()).run();
            } else {
                database.runResource("alembic.sql");
            }
            try (Connection connection = database.connect()) {
                return PresentTables.read(connection, Tables.PLAIN);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Property(tries = 500)
    void trunks_mean_the_same_as_rows(@ForAll("trunks") TrunkSpec trunk, @ForAll AsteriskVersion version) {
        meansTheSame(new Rendered(version).trunk(trunk), version);
    }

    @Property(tries = 500)
    void users_mean_the_same_as_rows(@ForAll("users") SipUserSpec user, @ForAll AsteriskVersion version) {
        meansTheSame(new Rendered(version).user(user), version);
    }

    @Provide
    Arbitrary<TrunkSpec> trunks() {
        return TrunkArbitraries.of(Rendered.CATALOG).withOverrides();
    }

    @Provide
    Arbitrary<SipUserSpec> users() {
        return SipUserArbitraries.of(Rendered.CATALOG).withOverrides();
    }

    private static void meansTheSame(ObjectRows object, AsteriskVersion version) {
        RowForm ours = new RowForm(version, Columns.OURS);
        RowForm theirs = new RowForm(version, Columns.ASTERISKS);
        for (Section section : object.sections()) {
            List<RowProblem> problems = new ArrayList<>();
            Section back =
                    ours.row(section, problems).map(ours::section).orElseThrow(() -> new AssertionError(problems));
            assertThat(back.name()).isEqualTo(section.name());
            assertThat(EffectiveOptions.of(back, version)).isEqualTo(EffectiveOptions.of(section, version));
            assertThat(own(back)).isEqualTo(own(section));
            // Asterisk's own tables can't say everything; what they say is the same.
            theirs.row(section, problems)
                    .map(theirs::section)
                    .ifPresentOrElse(
                            other -> assertThat(EffectiveOptions.of(other, version))
                                    .isEqualTo(EffectiveOptions.of(section, version)),
                            () -> assertThat(problems).isNotEmpty());
        }
    }

    /** What begins with {@code @}, stamps among them. */
    private static Map<String, String> own(Section section) {
        Map<String, String> own = new TreeMap<>();
        for (Option option : section.options()) {
            if (option.name().startsWith("@")) {
                own.put(option.name(), option.value());
            }
        }
        return own;
    }
}

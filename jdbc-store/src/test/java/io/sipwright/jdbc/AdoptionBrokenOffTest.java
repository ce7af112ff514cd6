package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks in the middle: nothing of it counts, and the next run does all of it. */
class AdoptionBrokenOffTest {

    private static final int USERS = 1100;

    @ParameterizedTest
    @EnumSource
    void whereverItBreaksItIsAllOrNothing(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        SpecificationRows.insert(dataSource, USERS, 20);
        SchemaInitializer.of(dataSource).run();
        List<String> before = Sql.dump(dataSource);

        int broken = 0;
        for (int number = 2; broken >= 0; number += number < 40 ? 3 : 40) {
            FailingDataSource failing = new FailingDataSource(dataSource, number);
            Adoption adoption = Remedy.adoption(failing.asDataSource());
            if (number < 400 && fails(adoption, failing)) {
                broken++;
                assertThat(Sql.dump(dataSource)).as("statement " + number).isEqualTo(before);
            } else {
                assertThat(broken).isGreaterThan(5);
                broken = -1;
            }
        }

        assertThat(Remedy.store(dataSource).<Long>read(StoreView::generation)).isEqualTo(1);
        assertThat(Sql.count(dataSource, "sip_changes")).isEqualTo(USERS + 20);
        assertThat(Sql.dump(dataSource)).noneMatch(text -> text.contains(SpecificationRows.CANARY));
    }

    private static boolean fails(Adoption adoption, FailingDataSource failing) {
        try {
            adoption.run();
            return false;
        } catch (StoreException e) {
            assertThat(failing.hasFailed()).isTrue();
            assertThat(e.reason()).isIn(StoreException.Reason.UNREACHABLE, StoreException.Reason.OUTCOME_UNKNOWN);
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpgradeOfTheTablesThatBreaksIsFinishedByTheNext(SpecificationDatabase database) {
        DataSource dataSource = database.specification();
        SpecificationRows.insert(dataSource, 20, 5);
        for (int number = 2; number < 30; number += 5) {
            FailingDataSource failing = new FailingDataSource(dataSource, number);
            assertThatThrownBy(
                            () -> SchemaInitializer.of(failing.asDataSource()).run())
                    .isInstanceOf(StoreException.class);
        }

        SchemaInitializer.of(dataSource).run();
        assertThat(Remedy.adoption(dataSource).run().users()).isEqualTo(20);
    }
}

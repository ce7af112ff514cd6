package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No connection to a database is held by someone who waits for a disk or for Asterisk. */
class OpenViewTest {

    @Test
    void no_view_is_open_while_files_are_shown_or_asterisk_is_asked() {
        RoundBench bench = new RoundBench();
        List<Integer> open = new ArrayList<>();
        List<Integer> staging = new ArrayList<>();
        bench.target.afterStaging = () -> staging.add(bench.store.openViews.get());
        bench.target.beforeShowing = () -> open.add(bench.store.openViews.get());
        bench.target.beforeMarking = () -> open.add(bench.store.openViews.get());
        bench.asterisk.answer = request -> {
            open.add(bench.store.openViews.get());
            return open.size() % 2 == 0 ? FakeAsterisk.missing("anna") : FakeAsterisk.VERIFIED;
        };
        bench.asterisk.sight = request -> {
            open.add(bench.store.openViews.get());
            return FakeAsterisk.otherVersion("anna");
        };

        bench.user("anna").change();
        bench.user("bob").change();
        bench.round(Reason.REQUEST);
        bench.round(Reason.RETRY);
        bench.asterisk.incarnation = "second";
        bench.round(Reason.RECONCILE);

        assertThat(staging).as("one snapshot for each rendering").isNotEmpty().containsOnly(1);
        assertThat(open).hasSizeGreaterThan(6).containsOnly(0);
    }
}

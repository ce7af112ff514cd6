package io.sipwright.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is there without a real reloader. */
class ReloaderTest {

    @Test
    void none_claims_nothing() {
        assertThat(Reloader.none().reload(new ReloadRequest(1, Manifest.empty(), Manifest.empty())))
                .isEqualTo(new ReloadOutcome.NotAsked());
    }

    @Test
    void what_was_rejected_does_not_change_afterwards() {
        RejectedObject anna = new RejectedObject(new ObjectKey("endpoint", "anna"), RejectedObject.State.MISSING, "");
        List<RejectedObject> objects = new ArrayList<>(List.of(anna));
        ReloadOutcome.Rejected rejected = new ReloadOutcome.Rejected(objects);

        objects.clear();

        assertThat(rejected.objects()).containsExactly(anna);
    }
}

package io.sipwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.apply.Applying;
import io.sipwright.apply.Node;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.ObserverException;
import io.sipwright.reload.Reloader;
import io.sipwright.reload.StatusListener;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import io.sipwright.store.NotFoundException;
import io.sipwright.target.ConfigFiles;
import io.sipwright.trunk.TrunkSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationTest {
    @TempDir
    Path directory;

    @Test
    void each_node_tells_for_itself_and_trouble_is_no_empty_list() {
        try (Sipwright sipwright = builder()
                .node(new Node("second", ConfigFiles.in(directory), Reloader.none()))
                .observer(new Fixed("carrier", "carrier-2", "other"))
                .observer("second", new Fixed())
                .build()) {
            sipwright
                    .trunks()
                    .create(TrunkSpec.builder("carrier", "custom_credential")
                            .server("sip.example.net")
                            .username("account")
                            .password("some-Secret-4711")
                            .build());
            List<Observation<TrunkRegistration>> seen = sipwright.registrations("carrier");
            assertThat(seen).extracting(Observation::node).containsExactly("default", "second");
            assertThat(seen.get(0).get()).extracting(TrunkRegistration::name).containsExactly("carrier");
            assertThat(seen.get(1).isKnown()).isFalse();
            assertThatThrownBy(seen.get(1)::get)
                    .isInstanceOf(ObserverException.class)
                    .hasMessage("second: not reached");
            assertThat(sipwright.registrations().get(0).get()).hasSize(3);
            assertThat(sipwright.contacts("alice").get(0).get()).isEmpty();
            assertThatThrownBy(() -> sipwright.registrations("nobody")).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void an_observer_belongs_to_a_node_that_there_is() {
        assertThatThrownBy(() -> builder().observer("nowhere", new Fixed()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'nowhere'");
    }

    private SipwrightBuilder builder() {
        return Sipwright.builder().target(ConfigFiles.in(directory)).applying(Applying.ON_REQUEST);
    }

    /** Sees registrations of these names; without any, is in trouble. */
    private record Fixed(List<String> names) implements AsteriskObserver {
        Fixed(String... names) {
            this(Arrays.asList(names));
        }

        @Override
        public List<TrunkRegistration> registrations() {
            if (names.isEmpty()) {
                throw new ObserverException("not reached");
            }
            return names.stream()
                    .map(name -> new TrunkRegistration(name, "", "", TrunkRegistration.State.REGISTERED, "", null))
                    .toList();
        }

        @Override
        public List<UserContact> contacts() {
            registrations();
            return List.of();
        }

        @Override
        public void listen(StatusListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}

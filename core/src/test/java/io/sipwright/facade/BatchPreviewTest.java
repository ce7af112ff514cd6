package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.BatchOutcome;
import io.sipwright.BatchPreview;
import io.sipwright.BatchPreview.Action;
import io.sipwright.BatchProgress;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.store.InMemoryStore;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dry run says is what then happens, and it stores nothing. */
class BatchPreviewTest {

    private static Sipwright library(String realm) {
        var builder = Sipwright.builder()
                .store(new InMemoryStore())
                .target(io.sipwright.target.ConfigFiles.in(Path.of("never-written")))
                .applying(Applying.ON_REQUEST);
        return (realm == null ? builder : builder.userDigests(realm)).build();
    }

    private static final Sipwright LIBRARY = library(null);

    @Provide
    Arbitrary<Batch> batches() {
        Arbitrary<String> names = Arbitraries.of("anna", "ANNA", "bob", "line", "line-auth", "acl", "no good", "");
        Arbitrary<SipUserSpec> users = Combinators.combine(
                        names,
                        Arbitraries.of("1001", "1002", "x y"),
                        Arbitraries.of(Samples.USER_SECRET, Samples.USER_SECRET, "short"),
                        Arbitraries.of("basic_user", "basic_user", "basic_usr"))
                .as((name, extension, secret, template) -> SipUserSpec.builder(name, template)
                        .extension(extension)
                        .secret(secret)
                        .build());
        Arbitrary<TrunkSpec> trunks = Combinators.combine(names, Arbitraries.of("", "192.0.2.1", "192.0.2.0/28", "bad"))
                .as((name, address) -> address.isEmpty() ? Samples.trunk(name) : Samples.trunk(name, address));
        return Combinators.combine(trunks.list().ofMaxSize(4), users.list().ofMaxSize(5))
                .as(Batch::new);
    }

    @Property(tries = 500)
    void it_agrees_with_what_is_stored(@ForAll("batches") Batch first, @ForAll("batches") Batch second) {
        Sipwright sipwright = LIBRARY.with(new InMemoryStore());
        sipwright.upsertValid(first, BatchProgress.ignored());
        int changes = sipwright.changesSince(0, 1000).size();

        BatchPreview preview = sipwright.check(second);

        assertThat(sipwright.changesSince(0, 1000)).hasSize(changes);
        BatchOutcome outcome =
                sipwright.upsertValid(second, BatchProgress.ignored()).value();
        agree(preview.trunks(), outcome.trunks());
        agree(preview.users(), outcome.users());
        assertThat(preview.violations()).isEqualTo(outcome.violations());
        assertThat(sipwright.changesSince(0, 1000)).hasSize(changes + (int) stored(preview));
    }

    private static <S extends ObjectSpec, T extends ProvisionedObject> void agree(
            List<BatchPreview.Row<S>> previewed, List<BatchOutcome.Row<T>> stored) {
        assertThat(previewed).hasSameSizeAs(stored);
        for (int i = 0; i < previewed.size(); i++) {
            BatchPreview.Row<S> row = previewed.get(i);
            T object = stored.get(i).stored();
            assertThat(row.violations()).isEqualTo(stored.get(i).violations());
            assertThat(row.action() == Action.REFUSED).isEqualTo(object == null);
            if (object != null) {
                assertThat(object.spec()).isEqualTo(row.spec());
                assertThat(row.action() == Action.ADDED).isEqualTo(row.present() == null);
                assertThat(row.action() == Action.UNCHANGED)
                        .isEqualTo(row.spec().equals(row.present()));
                assertThat(row.action() != Action.ADDED || object.version() == 1)
                        .isTrue();
            }
        }
    }

    private static long stored(BatchPreview preview) {
        List<Action> actions = new ArrayList<>();
        preview.trunks().forEach(row -> actions.add(row.action()));
        preview.users().forEach(row -> actions.add(row.action()));
        return actions.stream()
                .filter(action -> action == Action.ADDED || action == Action.CHANGED)
                .count();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "asterisk")
    void what_is_stored_just_so_stays_as_it_is_also_as_digests(String realm) {
        try (Sipwright sipwright = library(realm)) {
            Batch batch = new Batch(List.of(Samples.trunk("carrier")), List.of(Samples.user("anna")));
            assertThat(sipwright.check(batch).users().get(0).action()).isEqualTo(Action.ADDED);
            sipwright.upsertAll(batch);

            BatchPreview preview = sipwright.check(batch);

            assertThat(preview.trunks().get(0).action()).isEqualTo(Action.UNCHANGED);
            assertThat(preview.users().get(0).action()).isEqualTo(Action.UNCHANGED);
            assertThat(preview.toString()).doesNotContain(Samples.USER_SECRET, Samples.TRUNK_SECRET);
            assertThat(sipwright
                            .check(new Batch(List.of(), List.of(Samples.user("ANNA", "1002"))))
                            .users()
                            .get(0)
                            .action())
                    .isEqualTo(Action.CHANGED);
        }
    }

    @Test
    void it_tells_how_far_it_is() {
        List<String> told = new ArrayList<>();

        LIBRARY.with(new InMemoryStore())
                .check(
                        new Batch(List.of(Samples.trunk("carrier")), List.of(Samples.user("anna"))),
                        (phase, done, total) -> told.add(phase + " " + done + "/" + total));

        assertThat(told).containsExactly("CHECKING 2/2");
    }
}

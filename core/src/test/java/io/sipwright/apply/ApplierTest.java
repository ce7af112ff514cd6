package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.Reloader;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.Target;
import io.sipwright.target.TargetException;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult;
import io.sipwright.target.WriteResult.Outcome;
import io.sipwright.template.TemplateCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One round: render, write, reload. */
@Timeout(30)
class ApplierTest {

    private static final Renderer RENDERER = new Renderer(TemplateCatalog.shipped(), AsteriskVersion.V22, Stamps.off());

    private final List<String> steps = new ArrayList<>();

    private Applier applier(Target target, Reloader reloader) {
        return new Applier(new InMemoryStore(), RENDERER, target, reloader);
    }

    private Target answering(Outcome outcome) {
        return files -> {
            steps.add("write " + files.stream().map(TargetFile::name).toList());
            return new WriteResult(Map.of("pjsip_trunks.conf", outcome, "pjsip_users.conf", Outcome.UNCHANGED));
        };
    }

    private ReloadOutcome reload(long generation) {
        steps.add("reload " + generation);
        return new ReloadOutcome.Verified();
    }

    @Test
    void both_files_are_handed_over_at_once_before_the_reload() {
        ApplyResult result = applier(answering(Outcome.WRITTEN), this::reload).apply();

        assertThat(steps).containsExactly("write [pjsip_trunks.conf, pjsip_users.conf]", "reload 0");
        assertThat(result.isVerified()).isTrue();
    }

    @Test
    void nothing_is_reloaded_where_nothing_was_written() {
        assertThat(applier(answering(Outcome.UNCHANGED), this::reload).apply().reload())
                .isNull();
        assertThat(applier(answering(Outcome.DRIFTED), this::reload).apply().reload())
                .isNull();
        assertThat(steps).noneMatch(step -> step.startsWith("reload"));
    }

    @Test
    void a_failure_of_the_target_is_a_result() {
        ApplyResult result = applier(
                        files -> {
                            throw new TargetException("no space left");
                        },
                        this::reload)
                .apply();

        assertThat(result.failure()).isEqualTo("no space left");
        assertThat(result.written()).isNull();
        assertThat(steps).isEmpty();
    }

    @Test
    void no_file_is_replaced_while_a_reload_is_under_way() {
        AtomicInteger reloading = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        Applier applier = applier(
                files -> {
                    overlaps.addAndGet(reloading.get());
                    return new WriteResult(Map.of("pjsip_users.conf", Outcome.WRITTEN));
                },
                generation -> {
                    overlaps.addAndGet(reloading.getAndIncrement());
                    Thread.yield();
                    reloading.decrementAndGet();
                    return new ReloadOutcome.Accepted();
                });

        CompletableFuture.allOf(IntStream.range(0, 200)
                        .mapToObj(i -> CompletableFuture.runAsync(applier::apply))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(overlaps).hasValue(0);
    }
}

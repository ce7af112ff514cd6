package io.sipwright.ari;

import io.sipwright.ari.Putting.Refusal;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.FileReading;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings new users and changed passwords into a running Asterisk over ARI, right after the files were written, so that the
 * reload can wait. All else goes to another reloader of the same Asterisk at once, and so does everything where ARI cannot
 * be used; then a warning in the log says why.
 *
 * <ol>
 *   <li>What was put is looked at by the other reloader, and only what it sees running is {@link ReloadOutcome.Verified}.
 *   <li>After a rest {@link #incarnation} is unknown, so that the engine looks again, and {@link #verify} cannot see what
 *       is behind the memory: the engine then has all reloaded, once for all changes since, under its lease and while no
 *       file is replaced.
 *   <li>After each reload the memory is freed, and what the files alone have brought is looked at.
 * </ol>
 *
 * <p>Needs Asterisk 22.6 or newer and the lines of {@link AriConfiguration}. The files stay the truth: an Asterisk that is
 * started anew has everything from them. Thread-safe; calls wait for each other, but for {@link #close}.
 */
public final class AriOverlay implements Reloader {

    private static final Logger LOG = LoggerFactory.getLogger(AriOverlay.class);

    private final AriSettings settings;
    private final Reloader reloader;
    private final AriLink link;
    private final Marker marker;
    private final Memory memory;
    private final Troubles troubles;
    private final ReentrantLock one = new ReentrantLock();

    AriOverlay(AriSettings settings, Reloader reloader) {
        this.settings = settings;
        this.reloader = reloader;
        this.link = new AriLink(settings);
        this.marker = new Marker(link);
        this.memory = new Memory(link, marker, settings, System::nanoTime);
        this.troubles = new Troubles(settings.retryPause(), System::nanoTime);
    }

    /**
     * An overlay of the Asterisk with this web server.
     *
     * @param base e.g. {@code http://127.0.0.1:8088}, with the {@code prefix} of {@code http.conf} if there is one
     * @param reloader of the same Asterisk; is closed with the overlay
     */
    public static AriOverlayBuilder builder(URI base, String user, Secret secret, Reloader reloader) {
        return new AriOverlayBuilder(base, user, secret, reloader);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Takes at most two requests for each object that is put, and as long as the other reloader takes to look; or else
     * as long as that takes to reload and look twice, and a request for each auth that was put.
     */
    @Override
    public ReloadOutcome reload(ReloadRequest request) {
        one.lock();
        try {
            Errand errand = Errand.of(request, settings.most());
            Optional<Refusal> refusal = Optional.empty();
            if (!errand.isPossible()) {
                LOG.debug("Asterisk has to reload: {}", errand.detour());
            } else if (troubles.mayTry()) {
                try {
                    refusal = put(errand);
                    if (refusal.isEmpty()) {
                        ReloadOutcome seen = reloader.verify(request);
                        if (seen instanceof ReloadOutcome.Verified || seen instanceof ReloadOutcome.Unreachable) {
                            return seen;
                        }
                        LOG.info("Asterisk has to reload after all: {}", seen.summary());
                    }
                } catch (AriException e) {
                    troubles.met(e);
                }
            }
            return reloadAll(request, refusal.orElse(null));
        } finally {
            one.unlock();
        }
    }

    private Optional<Refusal> put(Errand errand) throws AriException {
        requireRelease();
        Putting putting = new Putting(link, marker.set());
        memory.holds(errand.tasks());
        Optional<Refusal> refusal = putting.run(errand.tasks());
        refusal.ifPresent(it -> LOG.info("{} was not put into memory: {}", it.key(), it.reason()));
        troubles.ended();
        return refusal;
    }

    private void requireRelease() throws AriException {
        String version = link.version();
        if (!Release.isNewEnough(version)) {
            throw new AriException("version-older", "Asterisk " + version + " cannot do it; it takes 22.6 or newer");
        }
    }

    private ReloadOutcome reloadAll(ReloadRequest request, @Nullable Refusal refusal) {
        long begin = System.nanoTime();
        ReloadOutcome outcome = reloader.reload(request);
        if (outcome instanceof ReloadOutcome.Failed
                || outcome instanceof ReloadOutcome.Unreachable
                || outcome instanceof ReloadOutcome.NotAsked) {
            return outcome;
        }
        memory.reloadTook(Duration.ofNanos(System.nanoTime() - begin));
        if (troubles.mayTry()) {
            try {
                Memory.Freed freed = memory.free(request, outcome);
                if (freed.changed()) {
                    outcome = both(reloader.verify(request), freed.notTaken());
                }
            } catch (AriException e) {
                troubles.met(e);
            }
        }
        return outcome instanceof ReloadOutcome.Rejected rejected ? explained(rejected, refusal) : outcome;
    }

    private static ReloadOutcome both(ReloadOutcome outcome, List<RejectedObject> notTaken) {
        if (notTaken.isEmpty() || outcome instanceof ReloadOutcome.Unreachable) {
            return outcome;
        }
        List<RejectedObject> objects = new ArrayList<>(notTaken);
        if (outcome instanceof ReloadOutcome.Rejected rejected) {
            objects.addAll(rejected.objects());
        }
        return new ReloadOutcome.Rejected(objects);
    }

    /** Asterisk tells the reason why it refuses an object only to its log, but ARI may have told it. */
    private ReloadOutcome explained(ReloadOutcome.Rejected rejected, @Nullable Refusal refusal) {
        return new ReloadOutcome.Rejected(rejected.objects().stream()
                .map(object -> {
                    String more = "";
                    if (refusal != null && refusal.key().equals(object.key())) {
                        more = " (over ARI: " + refusal.reason() + ")";
                    } else if (memory.mayHide(object.key()) && !troubles.told().isEmpty()) {
                        more = " (an earlier version may be in its memory, which was not freed: " + troubles.told()
                                + ")";
                    }
                    return new RejectedObject(object.key(), object.state(), object.reason() + more);
                })
                .toList());
    }

    /**
     * {@inheritDoc}
     *
     * <p>When the reload is due that was put off, what the files have brought cannot be seen behind the memory.
     */
    @Override
    public ReloadOutcome verify(ReloadRequest request) {
        one.lock();
        try {
            return isDue()
                    ? new ReloadOutcome.Unseen("what was put into its memory is in front; a reload is due")
                    : reloader.verify(request);
        } finally {
            one.unlock();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Empty as well when the reload is due that was put off.
     */
    @Override
    public String incarnation() {
        one.lock();
        try {
            return isDue() ? "" : reloader.incarnation();
        } finally {
            one.unlock();
        }
    }

    private boolean isDue() {
        if (!troubles.mayTry()) {
            return false;
        }
        try {
            return memory.isDue();
        } catch (AriException e) {
            troubles.met(e);
            return false;
        }
    }

    @Override
    public FileReading read(Path file, Consumer<? super Section> sections) {
        return reloader.read(file, sections);
    }

    /** What keeps ARI from being used, and what is unsafe about it. Changes nothing; takes at most four requests. */
    public List<AriFinding> check() {
        return AriCheck.live(settings, link, marker);
    }

    /**
     * The same, and what is wrong with {@code ari.conf}, {@code http.conf} and {@code sorcery.conf}.
     *
     * @param directory of Asterisk's configuration, where this program may read it
     */
    public List<AriFinding> check(Path directory) {
        return AriCheck.all(settings, link, marker, directory);
    }

    /** Ends connections, those of the other reloader as well. A closed overlay may be used again, and then connects anew. */
    @Override
    public void close() {
        link.close();
        reloader.close();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AriOverlay[" + settings.user() + " at " + settings.base() + " before " + reloader + "]";
    }
}

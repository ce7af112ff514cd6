package io.sipwright.apply;

import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.FileReading;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An Asterisk that answers as it is told, and remembers what it was asked. */
final class FakeAsterisk implements Reloader {

    static final ReloadOutcome VERIFIED = new ReloadOutcome.Verified(1);
    static final ReloadOutcome UNREACHABLE =
            new ReloadOutcome.Unreachable(ReloadOutcome.Unreachable.Cause.NOT_CONNECTED, "connection refused");

    final List<ReloadRequest> reloads = new CopyOnWriteArrayList<>();
    final List<ReloadRequest> looks = new CopyOnWriteArrayList<>();
    final AtomicInteger closed = new AtomicInteger();
    volatile String incarnation = "first";
    volatile Function<ReloadRequest, ReloadOutcome> answer = request -> VERIFIED;
    volatile Function<ReloadRequest, ReloadOutcome> sight = request -> VERIFIED;
    /** What it makes of the text of a file that it is to read beforehand; null where it can't be asked. */
    volatile @Nullable UnaryOperator<String> eye;

    final List<Path> readings = new CopyOnWriteArrayList<>();
    private final Deque<ReloadOutcome> nextAnswers = new ConcurrentLinkedDeque<>();

    static ReloadOutcome rejected(RejectedObject.State state, String... endpoints) {
        return new ReloadOutcome.Rejected(List.of(endpoints).stream()
                .map(name -> new RejectedObject(new ObjectKey("endpoint", name), state, "as the test wants it"))
                .toList());
    }

    static ReloadOutcome missing(String... endpoints) {
        return rejected(RejectedObject.State.MISSING, endpoints);
    }

    static ReloadOutcome otherVersion(String... endpoints) {
        return rejected(RejectedObject.State.OTHER_VERSION, endpoints);
    }

    /** The next reloads are answered with these, one after the other; those after them as usual. */
    FakeAsterisk next(ReloadOutcome... outcomes) {
        nextAnswers.addAll(List.of(outcomes));
        return this;
    }

    /** All reloads are answered with it. */
    FakeAsterisk always(ReloadOutcome outcome) {
        nextAnswers.clear();
        answer = request -> outcome;
        return this;
    }

    ReloadRequest lastReload() {
        return reloads.get(reloads.size() - 1);
    }

    void forget() {
        reloads.clear();
        looks.clear();
    }

    @Override
    public ReloadOutcome reload(ReloadRequest request) {
        reloads.add(request);
        ReloadOutcome next = nextAnswers.poll();
        return next == null ? answer.apply(request) : next;
    }

    @Override
    public ReloadOutcome verify(ReloadRequest request) {
        looks.add(request);
        return sight.apply(request);
    }

    @Override
    public FileReading read(Path file, Consumer<? super Section> sections) {
        readings.add(file);
        UnaryOperator<String> seen = eye;
        if (seen == null) {
            return new FileReading.NotAsked("the test does not want it");
        }
        try {
            String text = seen.apply(Files.readString(file));
            PjsipParser.create().parse("staged", text).document().sections().forEach(sections);
            return new FileReading.Read();
        } catch (PjsipSyntaxException e) {
            return new FileReading.Refused("no such syntax");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String incarnation() {
        return incarnation;
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}

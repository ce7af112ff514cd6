package io.sipwright.integration;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.render.Renderer;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.user.SipUserPatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What someone does to the files behind our back, and the change that we make meanwhile. */
final class Sabotage {

    private static final String TOP = "pjsip.conf";
    private static final String MORE = "pjsip_more.conf";

    final AsteriskServer asterisk;
    private final String top;
    Function<Sipwright, Provisioned<?>> change = sipwright -> sipwright
            .users()
            .update("alice", SipUserPatch.builder().displayName("Alice B.").build());
    UnaryOperator<String> users = UnaryOperator.identity();
    UnaryOperator<String> trunks = UnaryOperator.identity();
    private FileTime time;

    Sabotage(AsteriskServer asterisk) {
        this.asterisk = asterisk;
        this.top = read(TOP);
    }

    void create(String user) {
        change = sipwright -> sipwright.users().create(Host.user(user));
    }

    void delete(String user) {
        change = sipwright -> sipwright.users().delete(user);
    }

    void password(String secret) {
        change = sipwright -> sipwright
                .users()
                .update("alice", SipUserPatch.builder().secret(secret).build());
    }

    void more(String text) {
        asterisk.write(MORE, text);
    }

    void top(UnaryOperator<String> edit) {
        asterisk.write(TOP, edit.apply(top));
    }

    /** From now on all files bear the same time, as after being copied back with their times. */
    void freezeTime() {
        // As long as a file of #tryinclude is missing, Asterisk reads all of them at each reload.
        more("");
        // In whole seconds: the JDK reads finer times than it can set.
        time = FileTime.from(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS));
        setTimes();
        asterisk.reload();
    }

    /** Between the writing and the reload. */
    void happen() {
        edit(Renderer.USERS_FILE, users);
        edit(Renderer.TRUNKS_FILE, trunks);
        setTimes();
    }

    /** Whoever has broken the files that are not ours mends them. */
    void mend() throws IOException {
        asterisk.write(TOP, top);
        if (time == null) {
            removeMore();
        }
    }

    void removeMore() throws IOException {
        Files.deleteIfExists(path(MORE));
    }

    private void setTimes() {
        try {
            if (time != null) {
                for (String name : new String[] {Renderer.TRUNKS_FILE, Renderer.USERS_FILE, MORE}) {
                    Files.setLastModifiedTime(path(name), time);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void edit(String name, UnaryOperator<String> edit) {
        String before = read(name);
        String after = edit.apply(before);
        if (!after.equals(before)) {
            asterisk.write(name, after);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(path(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String name) {
        return asterisk.configDirectory().resolve(name);
    }
}

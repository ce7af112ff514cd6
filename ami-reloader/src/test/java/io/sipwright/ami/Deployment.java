package io.sipwright.ami;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.secret.Secret;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Trunks and users of one Asterisk, written as the library writes them, and what it was seen running last. */
final class Deployment implements AutoCloseable {
    static final OptionOverride PROMPT = OptionOverride.set("registration", "max_random_initial_delay", "1");
    static final String SECRET = "x9;Vr>4-Kp7\"Lm2'Qz=";

    final AsteriskServer asterisk;
    final AmiReloader reloader;
    final Map<String, TrunkSpec> trunks = new TreeMap<>();
    final Map<String, SipUserSpec> users = new TreeMap<>();
    UnaryOperator<String> tamperUsers = UnaryOperator.identity();
    UnaryOperator<String> tamperTrunks = UnaryOperator.identity();
    UnaryOperator<String> meant = UnaryOperator.identity();
    private final Renderer renderer;
    private final Stamps stamps;
    boolean skipWriting;
    private Manifest running = Manifest.empty();
    private long generation;

    Deployment(AsteriskServer asterisk, AmiReloader reloader, boolean stamped) {
        this.asterisk = asterisk;
        this.reloader = reloader;
        this.stamps = stamped ? Stamps.keyed(new byte[16]) : Stamps.off();
        AsteriskVersion version =
                AsteriskVersion.parse(Integer.toString(asterisk.major())).orElseThrow();
        this.renderer = new Renderer(TemplateCatalog.shipped(), version, stamps);
    }

    static Deployment of(AsteriskServer asterisk) {
        return new Deployment(asterisk, reloader(asterisk).build(), true);
    }

    static AmiReloader.Builder reloader(AsteriskServer asterisk) {
        return AmiReloader.builder(
                asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), Secret.of(asterisk.amiSecret()));
    }

    Deployment user(String name, String... extra) {
        users.put(
                name,
                SipUserSpec.builder(name, "basic_user")
                        .extension("1001")
                        .displayName(extra.length > 1 ? extra[1] : "Somebody")
                        .secret(extra.length > 0 ? extra[0] : SECRET)
                        .build());
        return this;
    }

    /** At most a trunk with registration, towards a port of this machine where nothing answers, or something. */
    Deployment trunk(String name, int port, String password) {
        trunks.put(
                name,
                TrunkSpec.builder(name, "custom_credential")
                        .server("127.0.0.1")
                        .port(port)
                        .username("4711")
                        .password(password)
                        .build());
        return this;
    }

    /** The same, but it registers a second later, and not at a random time in the next ten. */
    Deployment promptTrunk(String name, int port, String password) {
        trunk(name, port, password);
        trunks.computeIfPresent(
                name, (same, trunk) -> trunk.toBuilder().override(PROMPT).build());
        return this;
    }

    /** A trunk that takes calls from some addresses. */
    Deployment inbound(String name, String... sources) {
        trunks.put(
                name,
                TrunkSpec.builder(name, "custom_ip")
                        .server("127.0.0.1")
                        .inboundSources(sources)
                        .build());
        return this;
    }

    /** Writes both files, tampered with, and has them loaded. */
    ReloadOutcome apply() {
        ReloadOutcome outcome = reloader.reload(skipWriting ? request() : write());
        if (outcome instanceof ReloadOutcome.Verified) {
            running = wanted();
        }
        return outcome;
    }

    ReloadRequest write() {
        asterisk.write(
                Renderer.TRUNKS_FILE, tamperTrunks.apply(PjsipWriter.toString(renderer.trunks(trunks.values()))));
        asterisk.write(Renderer.USERS_FILE, tamperUsers.apply(PjsipWriter.toString(renderer.users(users.values()))));
        return request();
    }

    ReloadRequest request() {
        return new ReloadRequest(++generation, wanted(), running);
    }

    /** What was seen running may be something else by now. */
    void doubt() {
        running = running.doubting(running.keys());
    }

    Manifest wanted() {
        Manifest.Builder builder = Manifest.builder(stamps != Stamps.off());
        Stream.of(renderer.trunks(trunks.values()), renderer.users(users.values()))
                .flatMap(document -> document.sections().stream())
                .forEach(section -> meant(builder, section));
        return builder.build();
    }

    private void meant(Manifest.Builder builder, Section section) {
        add(
                builder,
                new Section(
                        section.name(),
                        section.options().stream()
                                .map(option -> (SectionEntry) new Option(option.name(), meant.apply(option.value())))
                                .toList()));
    }

    static void add(Manifest.Builder builder, Section section) {
        String type = section.type().orElseThrow();
        String mark = section.first(Stamps.OPTION).orElse("hash-" + section.hashCode());
        String auth =
                type.equals("registration") ? section.first("outbound_auth").orElse(null) : null;
        builder.add(new ObjectKey(type, section.name()), new Manifest.Entry(mark, auth, section));
    }

    /** For each object that was rejected its key, state and reason. */
    static List<String> rejected(ReloadOutcome outcome) {
        return outcome instanceof ReloadOutcome.Rejected rejected
                ? rejected.objects().stream()
                        .map(object -> object.key() + " " + object.state())
                        .toList()
                : List.of();
    }

    @Override
    public void close() {
        reloader.close();
    }
}

package io.sipwright;

import io.sipwright.apply.ApplyEngine;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Applying;
import io.sipwright.apply.Node;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.render.Stamps;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.Target;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.SpecValidator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Sipwright} together. Only the target has no default. Not thread-safe. */
public final class SipwrightBuilder {

    TemplateCatalog catalog = TemplateCatalog.shipped();
    ProvisioningStore store = new InMemoryStore();
    AsteriskVersion asteriskVersion = AsteriskVersion.V22;
    Reloader reloader = Reloader.none();
    SecretPolicy secretPolicy = SecretPolicy.standard();
    Set<String> transports = SpecValidator.USUAL_TRANSPORTS;
    Locale locale = Locale.ENGLISH;
    Applying applying = Applying.IN_BACKGROUND;
    boolean autoStart = true;
    Duration registrationGrace = Duration.ofSeconds(30);
    ThreadFactory threads = ApplyEngine.daemons();
    ApplySettings applySettings = ApplySettings.standard();
    final List<ApplyListener> listeners = new ArrayList<>();
    private final Map<String, AsteriskObserver> observers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    Supplier<String> actor = () -> ProvisioningStore.SYSTEM;

    @Nullable
    Stamps stamps;

    @Nullable
    String digestRealm;

    private @Nullable Target target;

    SipwrightBuilder() {}

    /** Where the rendering goes; required, unless there are {@linkplain #node nodes}. */
    public SipwrightBuilder target(Target value) {
        target = value;
        return this;
    }

    /** Where objects are kept; in memory by default. */
    public SipwrightBuilder store(ProvisioningStore value) {
        store = value;
        return this;
    }

    /** How Asterisk is made to reload; by default it is not. */
    public SipwrightBuilder reloader(Reloader value) {
        reloader = value;
        return this;
    }

    /** The templates; those shipped with the library by default. */
    public SipwrightBuilder catalog(TemplateCatalog value) {
        catalog = value;
        return this;
    }

    /** Which Asterisk is rendered for; 22 by default. */
    public SipwrightBuilder asteriskVersion(AsteriskVersion value) {
        asteriskVersion = value;
        return this;
    }

    /** Which passwords are refused; {@link SecretPolicy#standard()} by default. */
    public SipwrightBuilder secretPolicy(SecretPolicy value) {
        secretPolicy = value;
        return this;
    }

    /** Names of the transport sections of the host's own configuration, which no object may bear. */
    public SipwrightBuilder transports(Set<String> names) {
        transports = Set.copyOf(names);
        return this;
    }

    /** Language of the messages of violations; English by default. */
    public SipwrightBuilder locale(Locale value) {
        locale = value;
        return this;
    }

    /** Stamps in the rendered sections; by default with the key of the store. */
    public SipwrightBuilder stamps(Stamps value) {
        stamps = value;
        return this;
    }

    /**
     * Stores digests in the place of users' passwords, see {@link io.sipwright.user.UserDigests}. Templates of the host's
     * own need the fields {@code md5_digest}, {@code sha256_digest} and {@code realm}, as {@code sip-user} has them. By
     * default passwords are stored, sealed by the store.
     *
     * @param realm that Asterisk asks phones for; {@code asterisk} unless its configuration says otherwise
     */
    public SipwrightBuilder userDigests(String realm) {
        digestRealm = realm;
        return this;
    }

    /** Who makes a change, asked at each one; {@link ProvisioningStore#SYSTEM} by default. */
    public SipwrightBuilder actor(Supplier<String> value) {
        actor = value;
        return this;
    }

    /** When changes are applied; {@link Applying#IN_BACKGROUND} by default. */
    public SipwrightBuilder applying(Applying value) {
        applying = value;
        return this;
    }

    /**
     * Whether applying in the background begins with {@link #build}; it does by default. If not, it begins with {@link
     * Sipwright#start}: for containers that make everything first and start it then.
     */
    public SipwrightBuilder autoStart(boolean value) {
        autoStart = value;
        return this;
    }

    /**
     * How long a registration may be down under changes that are to be confirmed before these are taken back; 30 seconds by
     * default. See {@link Sipwright#confirming}.
     */
    public SipwrightBuilder registrationGrace(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("The grace of registrations is zero or more, not " + value);
        }
        registrationGrace = value;
        return this;
    }

    /**
     * Makes the threads that apply in the background, one for each node, and one while changes wait to be confirmed; by default
     * daemon threads of the platform.
     */
    public SipwrightBuilder threads(ThreadFactory value) {
        threads = value;
        return this;
    }

    /** How often, and how soon after each other, rounds run; {@link ApplySettings#standard} by default. */
    public SipwrightBuilder applySettings(ApplySettings value) {
        applySettings = value;
        return this;
    }

    /** Someone who is told about each step. */
    public SipwrightBuilder listener(ApplyListener listener) {
        listeners.add(listener);
        return this;
    }

    /** One of several Asterisks, all of which get the same; in place of {@link #target} and {@link #reloader}. */
    public SipwrightBuilder node(Node node) {
        nodes.add(node);
        return this;
    }

    /** Who tells what carriers and phones do, for the node {@link Node#DEFAULT_NAME}. The host closes it. */
    public SipwrightBuilder observer(AsteriskObserver value) {
        return observer(Node.DEFAULT_NAME, value);
    }

    /** The same for another node. */
    public SipwrightBuilder observer(String node, AsteriskObserver value) {
        observers.put(node, value);
        return this;
    }

    /**
     * Puts it together.
     *
     * @throws IllegalStateException if there is no target
     */
    public Sipwright build() {
        Parts parts = Parts.of(this);
        Sipwright sipwright = new Sipwright(parts, parts.changing(this));
        if (autoStart) {
            sipwright.start();
        }
        return sipwright;
    }

    /** Sorted by the names of the nodes, each of which there must be. */
    Map<String, AsteriskObserver> requiredObservers() {
        Set<String> names = requiredNodes().stream().map(Node::name).collect(Collectors.toSet());
        observers.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException(
                            "There is an observer for the node '" + name + "', and no such node");
                });
        return Collections.unmodifiableMap(new TreeMap<>(observers));
    }

    List<Node> requiredNodes() {
        List<Node> all = new ArrayList<>(nodes);
        if (target != null) {
            all.add(new Node(Node.DEFAULT_NAME, target, reloader));
        }
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    "Say where to write: Sipwright.builder().target(ConfigFiles.in(directory))");
        }
        return all;
    }

    /** Makes the validator for a catalogue, with these settings. */
    Function<TemplateCatalog, SpecValidator> validators() {
        AsteriskVersion version = asteriskVersion;
        SecretPolicy secrets = secretPolicy;
        Set<String> names = transports;
        Locale language = locale;
        return templates -> new SpecValidator(templates, version, secrets, names, language);
    }
}

package io.sipwright.spring;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Node;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.template.TemplateCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** Auto-configuration for a {@link Sipwright} on whatever store there is. */
@AutoConfiguration(after = {SipwrightJdbcAutoConfiguration.class, SslAutoConfiguration.class})
@ConditionalOnBooleanProperty(name = "sipwright.enabled", matchIfMissing = true)
@ConditionalOnSingleCandidate(ProvisioningStore.class)
@EnableConfigurationProperties({SipwrightProperties.class, SipwrightAriProperties.class})
public final class SipwrightAutoConfiguration {

    private final SipwrightProperties properties;

    SipwrightAutoConfiguration(SipwrightProperties properties) {
        this.properties = properties;
    }

    @Bean
    @ConditionalOnMissingBean
    TemplateCatalog sipwrightTemplateCatalog() {
        TemplateCatalog.Builder builder = TemplateCatalog.builder();
        for (Path directory : properties.templates()) {
            if (!Files.isReadable(directory) || !Files.isDirectory(directory)) {
                throw new SettingException(
                        "sipwright.templates",
                        "Can't read the directory " + directory.toAbsolutePath(),
                        "Name directories that are there and can be read; templates in the class path are added by a"
                                + " TemplateCatalog of your own.",
                        null);
            }
            builder.addDirectory(directory);
        }
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    AsteriskVersion sipwrightAsteriskVersion() {
        return AsteriskVersion.parse(properties.asteriskVersion())
                .orElseThrow(() -> new SettingException(
                        "sipwright.asterisk-version",
                        "'" + properties.asteriskVersion() + "' is not rendered for",
                        "Choose one of " + AsteriskVersion.supported() + ".",
                        null));
    }

    @Bean
    @ConditionalOnMissingBean
    SipwrightNodes sipwrightNodes(
            SipwrightAriProperties ari,
            ReloaderFactory reloaders,
            ObjectProvider<OverlayFactory> overlays,
            ObjectProvider<SharedRows> rows) {
        return new NodeFactory(
                        NodeSettings.of(properties, ari),
                        new NodeTargets(properties.files(), properties.realtime(), rows),
                        new NodeReloaders(
                                reloaders,
                                overlays.getIfAvailable(NoOverlayFactory::new),
                                properties.realtime().memoryCache()))
                .nodes();
    }

    @Bean
    @ConditionalOnMissingBean
    Sipwright sipwright(
            ProvisioningStore store,
            SipwrightNodes nodes,
            TemplateCatalog catalog,
            AsteriskVersion version,
            ObjectProvider<ApplyListener> listeners,
            ObjectProvider<SipwrightActor> actor,
            ObjectProvider<SipwrightCustomizer> customizers,
            Environment environment) {
        SipwrightBuilder builder = Sipwright.builder()
                .store(store)
                .catalog(catalog)
                .asteriskVersion(version)
                .applying(properties.apply().mode())
                .autoStart(false); // with the application, not before all of it is there
        apply(builder);
        nodes.nodes().forEach(builder::node);
        nodes.observers().forEach(builder::observer);
        listeners.orderedStream().forEach(builder::listener);
        actor.ifAvailable(present -> builder.actor(present::name));
        if (!properties.transports().isEmpty()) {
            builder.transports(properties.transports());
        }
        if (properties.userDigestRealm() != null) {
            builder.userDigests(properties.userDigestRealm());
        }
        if (Threading.VIRTUAL.isActive(environment)) {
            builder.threads(new VirtualThreadTaskExecutor().getVirtualThreadFactory());
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return build(builder, nodes.nodes());
    }

    private Sipwright build(SipwrightBuilder builder, List<Node> nodes) {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            String canary = properties.apply().canary();
            if (canary == null || canary.isEmpty() || isAlone(canary, nodes)) {
                throw e; // it is about something else
            }
            throw new SettingException(
                    "sipwright.apply.canary",
                    e.getMessage(),
                    "Name one of "
                            + nodes.stream().map(Node::name).sorted().toList()
                            + " that has files, or that is the only one with rows; or leave it out.",
                    e);
        }
    }

    private static boolean isAlone(String name, List<Node> nodes) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .anyMatch(node -> nodes.stream().noneMatch(other -> other != node && other.target() == node.target()));
    }

    private void apply(SipwrightBuilder builder) {
        try {
            builder.applySettings(applySettings(properties.apply()))
                    .registrationGrace(properties.apply().registrationGrace());
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "sipwright.apply", e.getMessage(), "Correct what begins with sipwright.apply.", e);
        }
    }

    private static ApplySettings applySettings(SipwrightProperties.Apply apply) {
        ApplySettings settings = ApplySettings.standard()
                .withRest(apply.rest(), apply.restFactor())
                .withReconcileInterval(apply.reconcileInterval())
                .withPollInterval(apply.pollInterval())
                .withLease(apply.lease())
                .withRetries(apply.firstRetry(), apply.lastRetry());
        if (apply.canary() != null) {
            settings = settings.withCanary(apply.canary());
        }
        return apply.owner() == null ? settings : settings.withOwner(apply.owner());
    }

    @Bean
    @ConditionalOnSingleCandidate(Sipwright.class)
    SipwrightLifecycle sipwrightLifecycle(Sipwright sipwright) {
        return new SipwrightLifecycle(sipwright, properties.apply().autoStartup());
    }

    /** With the module that speaks to Asterisk. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(AmiReloader.class)
    static class AmiConfiguration {

        @Bean
        @ConditionalOnMissingBean
        ReloaderFactory sipwrightReloaderFactory(ObjectProvider<SslBundles> bundles) {
            return new AmiReloaderFactory(new NamedBundles(bundles));
        }
    }

    /** Without it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("io.sipwright.ami.AmiReloader")
    static class FilesOnlyConfiguration {

        @Bean
        @ConditionalOnMissingBean
        ReloaderFactory sipwrightReloaderFactory() {
            return new NoReloaderFactory();
        }
    }
}

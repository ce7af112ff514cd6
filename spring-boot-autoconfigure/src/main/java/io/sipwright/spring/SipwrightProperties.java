package io.sipwright.spring;

import io.sipwright.apply.Applying;
import io.sipwright.spring.SipwrightAriProperties.NodeAri;
import io.sipwright.target.DriftPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a Sipwright is made of.
 *
 * @param enabled Whether to make a Sipwright.
 * @param asteriskVersion Major version of Asterisk that is rendered for.
 * @param configDirectory Directory that pjsip.conf includes our files from.
 * @param templates Directories with templates of your own, in JSON, besides those that are shipped.
 * @param transports Names of the transports in pjsip.conf, if other than the usual ones.
 * @param userDigestRealm Realm for which only digests of users' passwords are kept; without one the passwords are kept.
 * @param files How the files are written.
 * @param apply When changes are applied.
 * @param ami Manager interface of Asterisk; without a user name the files are written and nothing is reloaded.
 * @param realtime Rows of a database that Asterisk reads, in the place of files.
 * @param nodes Several Asterisks by name; each takes what it does not say from sipwright.config-directory, sipwright.ami and
 *     sipwright.ari.
 */
@ConfigurationProperties("sipwright")
public record SipwrightProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("22") String asteriskVersion,
        @DefaultValue("/etc/asterisk") Path configDirectory,
        @DefaultValue List<Path> templates,
        @DefaultValue Set<String> transports,
        @Nullable String userDigestRealm,
        @DefaultValue Files files,
        @DefaultValue Apply apply,
        @DefaultValue Ami ami,
        @DefaultValue Realtime realtime,
        @DefaultValue Map<String, NodeProperties> nodes) {

    /**
     * How the files are written.
     *
     * @param mode Permissions of the files, which hold passwords.
     * @param group Group of the files, so that Asterisk can read them; by default that of the file replaced.
     * @param onDrift What to do with files that someone else has edited.
     * @param lockTimeout How long to wait for another process that is writing.
     */
    public record Files(
            @DefaultValue("rw-r-----") String mode,
            @Nullable String group,
            @DefaultValue("refuse") DriftPolicy onDrift,
            @DefaultValue("10s") Duration lockTimeout) {}

    /**
     * When changes are applied.
     *
     * @param mode By threads in the background, before a change returns, or on request only.
     * @param autoStartup Whether applying in the background starts with the application.
     * @param owner Name of this instance among those that share a database; a random one by default.
     * @param canary Name of the node that goes first; the others follow what it was seen running. None by default.
     * @param rest Least time between two rounds, in which changes gather.
     * @param restFactor How many times as long as the last reload the rest is.
     * @param reconcileInterval How often everything is looked at without a change.
     * @param pollInterval How often the database is asked for changes of other instances.
     * @param lease How long an instance keeps a node without a sign of life.
     * @param firstRetry Pause after a failure; doubled with each further one.
     * @param lastRetry Longest pause after a failure.
     * @param registrationGrace How long a registration may be down under changes that are to be confirmed, before these are
     *     taken back.
     */
    public record Apply(
            @DefaultValue("in-background") Applying mode,
            @DefaultValue("true") boolean autoStartup,
            @Nullable String owner,
            @Nullable String canary,
            @DefaultValue("200ms") Duration rest,
            @DefaultValue("1.0") double restFactor,
            @DefaultValue("30s") Duration reconcileInterval,
            @DefaultValue("1s") Duration pollInterval,
            @DefaultValue("30s") Duration lease,
            @DefaultValue("1s") Duration firstRetry,
            @DefaultValue("1m") Duration lastRetry,
            @DefaultValue("30s") Duration registrationGrace) {}

    /**
     * Rows of a database that Asterisk reads, in the place of files.
     *
     * @param enabled Whether nodes get rows; each of them may say otherwise.
     * @param memoryCache Whether sorcery.conf has a memory cache, so that Asterisk is told to drop what changes.
     */
    public record Realtime(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("false") boolean memoryCache) {}

    /**
     * Manager interface of one Asterisk.
     *
     * @param host Host name or address.
     * @param port Port.
     * @param username Name of the manager account.
     * @param password Password of the manager account.
     * @param connectTimeout How long to wait for a connection.
     * @param responseTimeout How long to wait for an answer.
     * @param reloadTimeout How long a reload may take, and a look at what runs.
     * @param verification Whether to look at what runs after a reload; without, nothing is ever called applied.
     * @param ssl How to encrypt the connection.
     */
    public record Ami(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("5038") int port,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("5s") Duration responseTimeout,
            @DefaultValue("60s") Duration reloadTimeout,
            @DefaultValue("true") boolean verification,
            @DefaultValue Ssl ssl) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Ami[" + username + " at " + host + ":" + port + "]";
        }
    }

    /**
     * How to encrypt the connection to the manager interface.
     *
     * @param bundle Name of the SSL bundle; without one, or with an empty name, the connection is not encrypted.
     */
    public record Ssl(@Nullable String bundle) {}

    /**
     * One of several Asterisks; what it does not say is taken from the settings for all.
     *
     * @param publishBy Files or rows; by default rows if sipwright.realtime.enabled is true.
     * @param configDirectory Directory that pjsip.conf of this node includes our files from, as seen from here.
     * @param ami Manager interface of this node.
     * @param ari REST interface of this node, if it has files.
     */
    public record NodeProperties(
            @Nullable PublishBy publishBy,
            @Nullable Path configDirectory,
            @DefaultValue NodeAmi ami,
            @DefaultValue NodeAri ari) {}

    /** How objects get to an Asterisk. */
    public enum PublishBy {
        /** In files, which it reads when it reloads. */
        FILES,
        /** In rows of a database, which it looks into whenever it needs an object. */
        ROWS
    }

    /**
     * Manager interface of one of several Asterisks.
     *
     * @param host Host name or address.
     * @param port Port.
     * @param username Name of the manager account.
     * @param password Password of the manager account.
     * @param connectTimeout How long to wait for a connection.
     * @param responseTimeout How long to wait for an answer.
     * @param reloadTimeout How long a reload may take, and a look at what runs.
     * @param verification Whether to look at what runs after a reload; without, nothing is ever called applied.
     * @param ssl How to encrypt the connection.
     */
    public record NodeAmi(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String username,
            @Nullable String password,
            @Nullable Duration connectTimeout,
            @Nullable Duration responseTimeout,
            @Nullable Duration reloadTimeout,
            @Nullable Boolean verification,
            @DefaultValue Ssl ssl) {

        /** Complete, with what is said for all nodes. */
        Ami over(Ami all) {
            return new Ami(
                    either(host, all.host()),
                    either(port, all.port()),
                    username != null ? username : all.username(),
                    password != null ? password : all.password(),
                    either(connectTimeout, all.connectTimeout()),
                    either(responseTimeout, all.responseTimeout()),
                    either(reloadTimeout, all.reloadTimeout()),
                    either(verification, all.verification()),
                    ssl.bundle() != null ? ssl : all.ssl());
        }

        private static <T> T either(@Nullable T own, T all) {
            return own != null ? own : all;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "NodeAmi[" + username + " at " + host + ":" + port + "]";
        }
    }
}

package io.sipwright.realtime;

import io.sipwright.ami.AmiReloader;
import io.sipwright.ami.Inquiry;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.ObserverException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an Asterisk reads the rows, and why not. */
final class NodeCheck {

    private static final List<String> CONNECTORS = List.of("res_config_pgsql.so", "res_config_odbc.so");
    private static final Set<RowTable> CACHED = EnumSet.of(RowTable.AORS, RowTable.AUTHS, RowTable.ENDPOINTS);

    private final RowDatabase rows;
    private final AmiReloader reloader;
    private final Examined examined;

    NodeCheck(RowDatabase rows, AmiReloader reloader, Examined examined) {
        this.rows = rows;
        this.reloader = reloader;
        this.examined = examined;
    }

    /** @param writable whether rows can be written, by which it would show */
    void run(boolean writable) {
        try (Inquiry asterisk = reloader.inquiry()) {
            version(asterisk.version().orElse(""));
            boolean loaded = modules(asterisk);
            Optional<Set<RowTable>> said = new SorceryCheck(asterisk, rows.tables(), examined).run();
            cache(asterisk);
            if (writable && loaded) {
                probe(asterisk, said);
            }
        } catch (ObserverException e) {
            examined.error(
                    "asterisk-silent",
                    String.valueOf(e.getMessage()),
                    "Have io.sipwright.ami.Doctor look at it, which knows more of the manager interface.");
        } catch (RealtimeException e) {
            examined.failed(e);
        }
    }

    private void version(String text) {
        AsteriskVersion running =
                AsteriskVersion.parse(text.replaceFirst("^certified[/-]", "")).orElse(null);
        if (running == null) {
            examined.advice(
                    "version-unknown",
                    "It can't be seen which Asterisk runs",
                    "Compare it by hand with the version that rows are written for, " + rows.version() + ".");
        } else if (running.compareTo(rows.version()) < 0) {
            examined.error(
                    "version-older",
                    "Asterisk " + text + " runs, and rows are written for " + rows.version(),
                    "Set asteriskVersion(V" + running + ") for all that shares these rows.");
        }
    }

    /** Whether there is nothing to be seen of missing modules. */
    private boolean modules(Inquiry asterisk) {
        List<String> all =
                List.of(RealtimeConfiguration.SORCERY_MODULE, "func_sorcery.so", CONNECTORS.get(0), CONNECTORS.get(1));
        List<String> missing = asterisk.missing(all).orElse(null);
        if (missing == null) {
            examined.advice(
                    "modules-unknown",
                    "It can't be seen which modules are loaded: that needs the right 'system'",
                    "Give the account write=system,reporting in manager.conf.");
            return true;
        }
        boolean connects = !missing.containsAll(CONNECTORS);
        missing.stream().filter(module -> !CONNECTORS.contains(module)).forEach(this::missing);
        if (!connects) {
            missing(String.join(" or ", CONNECTORS));
        }
        return connects && missing.stream().allMatch(CONNECTORS::contains);
    }

    private void missing(String module) {
        examined.error(
                "module-missing",
                "The module " + module + " is not loaded",
                "Load it in modules.conf, where Debian has a noload for it, and restart Asterisk.");
    }

    private void cache(Inquiry asterisk) {
        Set<RowTable> cached = EnumSet.noneOf(RowTable.class);
        CACHED.stream().filter(table -> asterisk.isCached(table.type())).forEach(cached::add);
        if (!cached.isEmpty() && !reloader.isMemoryCache()) {
            examined.error(
                    "memory-cache",
                    "Asterisk keeps " + SorceryCheck.types(cached)
                            + " in a memory cache, where changes do not count until they are stale",
                    "Say AmiReloader.builder(...).memoryCache(true).");
        }
    }

    private void probe(Inquiry asterisk, Optional<Set<RowTable>> said) {
        Set<RowTable> expected = EnumSet.copyOf(said.orElse(EnumSet.allOf(RowTable.class)));
        expected.retainAll(RowProbe.probed());
        if (expected.isEmpty()) {
            return;
        }
        Set<RowTable> unseen = new RowProbe(rows).unseen(asterisk);
        unseen.retainAll(expected);
        boolean any = !unseen.containsAll(expected);
        if (unseen.isEmpty() || new RightsCheck(rows, asterisk, examined).run()) {
            return;
        }
        examined.error(
                "rows-not-read",
                "Asterisk does not read rows of " + SorceryCheck.types(unseen)
                        + (any ? ", though it reads others" : " of this database"),
                said.isPresent()
                        ? "Restart Asterisk: it takes sorcery.conf and extconfig.conf only at its start; see its log."
                        : "Compare sorcery.conf, extconfig.conf and the connection with RealtimeConfiguration, and"
                                + " restart Asterisk; see its log.");
    }
}

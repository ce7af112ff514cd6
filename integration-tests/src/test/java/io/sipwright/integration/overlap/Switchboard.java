package io.sipwright.integration.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import java.util.stream.Stream;

/** An Asterisk whose dialplan tells by its answer which trunk a call was matched to. */
final class Switchboard implements AutoCloseable {

    private final AsteriskServer asterisk;
    private final AsteriskVersion version;

    /** One that looks for the sender of a call in the usual order. */
    static Switchboard of(AsteriskInstallation installation) {
        return new Switchboard(installation, "", "");
    }

    /** One with another {@code endpoint_identifier_order}. */
    static Switchboard ordered(AsteriskInstallation installation, String order) {
        return new Switchboard(installation, global(order), "");
    }

    static String global(String order) {
        return "[global]\ntype = global\nendpoint_identifier_order = " + order + "\n";
    }

    /**
     * @param pjsip more sections
     * @param dialplan more contexts
     */
    Switchboard(AsteriskInstallation installation, String pjsip, String dialplan) {
        asterisk = AsteriskServer.builder(installation)
                .file("extensions_more.conf", Reached.dialplan() + dialplan)
                .file("pjsip_more.conf", pjsip)
                .start();
        version = AsteriskVersion.parse(Integer.toString(asterisk.major())).orElseThrow();
    }

    int major() {
        return asterisk.major();
    }

    String server() {
        return asterisk.host() + ":" + asterisk.sipPort();
    }

    /** Loads trunks as they are rendered, in that order, although nobody has checked them. */
    void load(TrunkSpec... trunks) {
        TemplateCatalog catalog = TemplateCatalog.shipped();
        List<TrunkSpec> normalized = Stream.of(trunks)
                .map(trunk -> trunk.withFields(
                        catalog.provider(trunk.provider()).orElseThrow().normalize(trunk.fields())))
                .toList();
        Renderer renderer = new Renderer(catalog, version, Stamps.off());
        asterisk.write(Renderer.TRUNKS_FILE, PjsipWriter.toString(renderer.trunks(normalized)));
        reload();
    }

    /** Sets another {@code endpoint_identifier_order}, and reloads. */
    void reorder(String order) {
        asterisk.write("pjsip_more.conf", global(order));
        reload();
    }

    private void reload() {
        asterisk.reload();
        assertThat(asterisk.complaints()).isEmpty();
    }

    /** A Sipwright that provisions it, with all its checks. */
    Sipwright sipwright() {
        return Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .target(ConfigFiles.in(asterisk.configDirectory()))
                .asteriskVersion(version)
                .reloader(request -> {
                    reload();
                    return new ReloadOutcome.Accepted();
                })
                .build();
    }

    @Override
    public void close() {
        asterisk.close();
    }
}

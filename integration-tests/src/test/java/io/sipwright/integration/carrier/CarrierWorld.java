package io.sipwright.integration.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.Applied;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.secret.Secret;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.Sipp;
import io.sipwright.testkit.ThrowawayCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One Asterisk with a trunk to each carrier, and the carriers' servers, all on this machine. */
final class CarrierWorld implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    final List<CarrierCase> carriers;
    final AsteriskServer asterisk;
    private final ThrowawayCertificate certificate = ThrowawayCertificate.create(Carriers.CERTIFIED);
    private final LoopbackCatalog catalog;
    private final Map<CarrierCase, CarrierServer> servers = new LinkedHashMap<>();

    private CarrierWorld(AsteriskInstallation installation, Path directory) throws IOException {
        LoopbackServers addresses = LoopbackServers.any();
        carriers = Carriers.all(addresses);
        catalog = new LoopbackCatalog(
                carriers.stream().flatMap(carrier -> carrier.sources.stream()).toList());
        asterisk = new CarrierAsterisk(directory, carriers, addresses.next(), certificate).start(installation);
    }

    /** Starts all of it, and waits until the trunks are seen in Asterisk. */
    static CarrierWorld start(AsteriskInstallation installation, Path directory)
            throws IOException, InterruptedException {
        Sipp.registered(); // skips the test, or fails it, where there is no SIPp
        CarrierWorld world = new CarrierWorld(installation, directory);
        try {
            world.serve(directory);
            world.provision();
            return world;
        } catch (InterruptedException | RuntimeException | Error e) {
            world.close();
            throw e;
        }
    }

    private void serve(Path directory) throws InterruptedException {
        for (CarrierCase carrier : carriers) {
            servers.put(carrier, new CarrierServer(carrier, directory, certificate));
        }
        for (CarrierServer server : servers.values()) {
            await("SIPp listens", server::isListening);
        }
    }

    private void provision() {
        try (Sipwright sipwright = sipwright()) {
            Batch batch = new Batch(carriers.stream().map(CarrierCase::spec).toList(), List.of());
            assertThat(sipwright.upsertAll(batch).awaitApplied(LIMIT))
                    .matches(Applied::isVerified, "is seen in Asterisk");
        }
        // Further servers of a carrier share an address with the first one here, and its certificate is not theirs.
        assertThat(asterisk.complaints())
                .filteredOn(line -> !line.contains("server identity"))
                .isEmpty();
    }

    CarrierServer server(CarrierCase carrier) {
        return servers.get(carrier);
    }

    /** Where a carrier's calls come from, here. */
    List<Network> sources(CarrierCase carrier) {
        return carrier.sources.stream()
                .map(catalog.networks()::map)
                .map(Network::of)
                .toList();
    }

    /** How many networks Asterisk knows of a carrier. */
    long listed(CarrierCase carrier) {
        try (AmiProbe ami = asterisk.ami()) {
            return ami.sorcery("identify", carrier.template + "-identify", "match")
                    .chars()
                    .filter(c -> c == '/')
                    .count();
        }
    }

    /** Waits, for fifteen seconds at most. */
    static void await(String what, BooleanSupplier thing) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!thing.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(thing.getAsBoolean()).as(what).isTrue();
    }

    private Sipwright sipwright() {
        return Sipwright.builder()
                .catalog(catalog.templates())
                .applying(Applying.BEFORE_RETURN)
                .target(ConfigFiles.in(asterisk.configDirectory()))
                .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                        .orElseThrow())
                .reloader(AmiReloader.builder(
                                asterisk.host(),
                                asterisk.amiPort(),
                                asterisk.amiUser(),
                                Secret.of(asterisk.amiSecret()))
                        .build())
                .build();
    }

    @Override
    public void close() {
        servers.values().forEach(CarrierServer::close);
        asterisk.close();
    }
}

package io.sipwright.examples.plain;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.StoredBatch;
import io.sipwright.apply.Applied;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.render.Renderer;
import io.sipwright.store.StoreException;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.FieldValue;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores and provisions what a JSON file says and, where an Asterisk can be found, shows it running there. What was stored
 * by earlier runs is still there.
 *
 * <p>Arguments: the file ({@code provisioning.json} by default), and the directory for the configuration files
 * ({@code target/asterisk} by default). The system property {@code sipwright.database} names a database by its JDBC address;
 * by default it is a file of H2 beside the directory. Exit code 1 when the input is wrong or a step fails.
 */
public final class Quickstart {

    private final PrintStream out;
    private final Path input;
    private final Path directory;
    private final String database;

    Quickstart(PrintStream out, Path input, Path directory, String database) {
        this.out = out;
        this.input = input;
        this.directory = directory;
        this.database = database;
    }

    public static void main(String[] arguments) throws IOException {
        Path input = Path.of(arguments.length > 0 ? arguments[0] : "provisioning.json");
        Path directory = Path.of(arguments.length > 1 ? arguments[1] : "target/asterisk");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Quickstart(out, input, directory, System.getProperty("sipwright.database", "")).run() ? 0 : 1);
    }

    /** Whether all went well. */
    boolean run() throws IOException {
        ProvisioningFile file = ProvisioningFile.read(input);
        if (!file.problems().isEmpty()) {
            return refuse(file.problems());
        }
        Optional<AsteriskInstallation> asterisk = AsteriskInstallation.findAny();
        AsteriskVersion version = asterisk.flatMap(found -> AsteriskVersion.parse(Integer.toString(found.major())))
                .orElse(AsteriskVersion.V22);
        Files.createDirectories(directory);

        List<SipUser> users;
        try (ExampleStore database = ExampleStore.open(this.database, directory);
                Sipwright sipwright = Sipwright.builder()
                        .store(database.store())
                        .target(ConfigFiles.in(directory))
                        .applying(Applying.BEFORE_RETURN)
                        .asteriskVersion(version)
                        .build()) {
            int before =
                    sipwright.trunks().list().size() + sipwright.users().list().size();
            out.println(database.name() + " held " + before + " trunks and users before this run.");
            Provisioned<StoredBatch> stored = sipwright.upsertAll(file.batch());
            report(stored, sipwright);
            if (stored.applied().filter(Applied::isInFiles).isEmpty()) {
                return false;
            }
            users = sipwright.users().list();
        } catch (ValidationException e) {
            return refuse(e.violations().stream().map(Violation::toString).toList());
        } catch (StoreException | PoolInitializationException e) {
            return refuse(List.of(String.valueOf(e.getMessage())));
        }
        if (asterisk.isEmpty()) {
            out.println("No Asterisk was found to try the files with. Install one, or name an unpacked one in"
                    + " SIPWRIGHT_ASTERISK_22, and run this again.");
            return true;
        }
        return new Demonstration(out, asterisk.get(), directory).run(users);
    }

    private boolean refuse(List<String> problems) {
        out.println(input + ": nothing was stored or written, because");
        problems.forEach(problem -> out.println("  " + problem));
        return false;
    }

    private void report(Provisioned<StoredBatch> stored, Sipwright sipwright) throws IOException {
        Table trunks = new Table("TRUNK", "PROVIDER", "SERVER", "AUTHENTICATION", "INBOUND CALLS BY", "ACTIVE");
        for (Trunk trunk : sipwright.trunks().list()) {
            Map<String, FieldValue> fields =
                    sipwright.provider(trunk.provider()).effective(trunk.spec());
            trunks.row(
                    trunk.name(),
                    trunk.provider(),
                    shown(fields, "server"),
                    shown(fields, "auth"),
                    shown(fields, "inbound_match"),
                    trunk.active() ? "yes" : "no");
        }
        Table users = new Table("SIP USER", "KIND", "EXTENSION", "ACTIVE");
        for (SipUser user : sipwright.users().list()) {
            users.row(
                    user.name(),
                    user.template(),
                    user.spec().fields().text("extension").orElse(""),
                    user.active() ? "yes" : "no");
        }
        out.println(trunks);
        out.println(users);
        for (String name : List.of(Renderer.TRUNKS_FILE, Renderer.USERS_FILE)) {
            Path file = directory.resolve(name);
            if (Files.exists(file)) {
                out.println(file + "  (" + Files.size(file) + " bytes)");
            }
        }
        out.println(stored.applied().map(applied -> applied.summary() + ".").orElse(""));
        out.println();
    }

    private static String shown(Map<String, FieldValue> fields, String name) {
        FieldValue value = fields.get(name);
        return value == null ? "" : value.masked();
    }
}

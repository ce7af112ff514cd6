package io.sipwright.ami;

import io.sipwright.pjsip.AsteriskVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All checks, in an order in which one that fails explains the next. */
record Examination(
        @Nullable AmiSettings ami,
        @Nullable Path directory,
        AsteriskVersion version,
        Set<String> contexts,
        Set<String> hosts,
        Duration lookupLimit) {

    List<Finding> run() {
        Diagnosis diagnosis = new Diagnosis();
        Needs needs = new Needs(contexts, hosts);
        @Nullable ConfigTree tree = directory == null ? null : files(directory, needs, diagnosis);
        new NameCheck(lookupLimit, NameCheck.SYSTEM).run(needs, diagnosis);
        if (ami != null) {
            asterisk(ami, needs, tree, diagnosis);
        }
        return diagnosis.findings();
    }

    private static @Nullable ConfigTree files(Path directory, Needs needs, Diagnosis diagnosis) {
        if (!Files.isDirectory(directory)) {
            diagnosis.error(
                    "directory-missing",
                    directory + " is not a directory",
                    "Create it, or name the directory that Asterisk reads its configuration from.");
            return null;
        }
        new ModeCheck(directory, Files::isWritable).run(diagnosis);
        new PlaceCheck(directory, PlaceCheck.MOUNTS).run(diagnosis);
        ConfigTree tree = ConfigTree.read(directory);
        tree.ourSections().forEach(needs::add);
        new IncludeCheck(tree).run(diagnosis);
        new WriterCheck(tree).run(diagnosis);
        TransportCheck.inFiles(tree, needs, diagnosis);
        IdentifierOrderCheck.run(tree, diagnosis);
        return tree;
    }

    private void asterisk(AmiSettings settings, Needs needs, @Nullable ConfigTree tree, Diagnosis diagnosis) {
        ListenerCheck.ofClient(settings, diagnosis);
        AmiSession session;
        try {
            session = AmiSession.open(settings);
        } catch (AmiException e) {
            unreached(e, diagnosis);
            return;
        }
        try {
            AsteriskAsked asked = AsteriskAsked.of(session, settings);
            new RightsCheck(asked).run(diagnosis);
            ListenerCheck.ofServer(asked, diagnosis);
            new DangerCheck(asked, directory).run(diagnosis);
            RunAsCheck.run(asked, directory, diagnosis);
            VersionCheck.run(asked, version, diagnosis);
            new ModulesCheck(asked, needs).run(diagnosis);
            ContextCheck.run(asked, needs, diagnosis);
            TransportCheck.running(asked, needs, diagnosis);
            ReadCheck.run(asked, tree, diagnosis);
        } catch (AmiException e) {
            unreached(e, diagnosis);
        } finally {
            session.close();
        }
    }

    private static void unreached(AmiException trouble, Diagnosis diagnosis) {
        boolean refused = trouble.outcome() instanceof io.sipwright.reload.ReloadOutcome.Failed;
        diagnosis.error(
                refused ? "ami-login" : "ami-unreachable",
                trouble.outcome().summary(),
                refused
                        ? "Compare user and secret with manager.conf, and its 'permit' lines with this machine's address;"
                                + " then 'manager reload' in Asterisk."
                        : "See that Asterisk runs, that manager.conf has 'enabled = yes', and that address and port are"
                                + " those of its 'bindaddr' and 'port'.");
    }
}

package io.sipwright.imports;

import io.sipwright.Sipwright;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.template.TemplateFitting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads a configuration that Asterisk runs with, and finds trunks and SIP users in it:
 *
 * <ol>
 *   <li>reads {@code pjsip.conf} as Asterisk does, with templates, appended sections and includes, and {@code
 *       pjsip_wizard.conf} as the configuration wizard does;
 *   <li>puts sections together that refer to each other;
 *   <li>finds the template that says most of it by itself, values for its fields, and overrides for the rest;
 *   <li>renders that, and takes over only what comes out the same: sections of the same names with the same {@linkplain
 *       io.sipwright.pjsip.EffectiveOptions effective options};
 *   <li>leaves alone what is no trunk and no user, and says why.
 * </ol>
 *
 * <p>Nothing is changed by that: {@link PjsipImportPreview#store} stores it, in one transaction. A second import changes
 * nothing. The files themselves are never touched. Thread-safe.
 */
public final class PjsipImport {

    private static final String MAIN = "pjsip.conf";
    private static final String WIZARD = "pjsip_wizard.conf";

    private final Sipwright sipwright;
    private final long maxBytes;

    private PjsipImport(Sipwright sipwright, long maxBytes) {
        this.sipwright = sipwright;
        this.maxBytes = maxBytes;
    }

    /** An import into the store of a Sipwright, with its templates and for its version of Asterisk. */
    public static PjsipImport into(Sipwright sipwright) {
        return new PjsipImport(sipwright, 256L << 20);
    }

    /** The same with another limit to the size of all files together; 256 MiB by default. */
    public PjsipImport maxBytes(long bytes) {
        return new PjsipImport(sipwright, bytes);
    }

    /**
     * Reads files and what they include, relative to the directory of each; or {@code pjsip.conf} and {@code
     * pjsip_wizard.conf} of a directory. A file that is called like the latter is read as the wizard would.
     *
     * @throws PjsipSyntaxException if Asterisk would refuse a file, or read it only in part; says where
     * @throws ImportException if a file can't be read, or if Asterisk would load nothing of it for another reason
     */
    public PjsipImportPreview read(Path... places) {
        SizeLimit limit = new SizeLimit(maxBytes);
        FoundSections found = new FoundSections();
        for (Path place : places) {
            files(place).forEach(file -> read(file, limit, found));
        }
        return preview(found);
    }

    /**
     * Reads a text that includes nothing.
     *
     * @param file name for messages; if it ends like the wizard's, the text is read as that would
     * @throws PjsipSyntaxException if Asterisk would refuse it, or read it only in part; says where
     * @throws ImportException if Asterisk would load nothing of it for another reason
     */
    public PjsipImportPreview read(String file, String text) {
        new SizeLimit(maxBytes).take(text.length());
        FoundSections found = new FoundSections();
        add(file, PjsipParser.create().parse(file, text), found);
        return preview(found);
    }

    private PjsipImportPreview preview(FoundSections found) {
        found.finish();
        GroupFitting objects = new GroupFitting(
                new TemplateFitting(sipwright.providers(), sipwright.userTemplates(), sipwright.asteriskVersion()),
                sipwright.asteriskVersion());
        List<LeftAlone> leftAlone = new ArrayList<>(found.others());
        for (SectionGroup group : SectionGrouping.of(found.sections())) {
            objects.take(group)
                    .ifPresent(reason -> group.sections()
                            .forEach(section ->
                                    leftAlone.add(new LeftAlone(section.location(), section.title(), reason))));
        }
        return new PjsipImportPreview(sipwright, objects.trunks(), objects.users(), leftAlone, found.remarks());
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> files = Stream.of(MAIN, WIZARD)
                .map(place::resolve)
                .filter(Files::isRegularFile)
                .toList();
        if (files.isEmpty()) {
            throw new ImportException("There is neither " + MAIN + " nor " + WIZARD + " in " + place);
        }
        return files;
    }

    private static void read(Path file, SizeLimit limit, FoundSections found) {
        Path absolute = file.toAbsolutePath().normalize();
        IncludedFiles includes = new IncludedFiles(Objects.requireNonNullElse(absolute.getParent(), absolute), limit);
        try (InputStream in = new ByteArrayInputStream(limit.read(absolute))) {
            String shown = includes.shown(absolute);
            add(shown, PjsipParser.withIncludes(includes).parse(shown, in), found);
        } catch (IOException e) {
            throw new ImportException("Can't read " + file, e);
        }
    }

    private static void add(String file, ParsedPjsip parsed, FoundSections found) {
        if (file.endsWith(WIZARD)) {
            found.addWizards(parsed);
        } else {
            found.add(parsed);
        }
    }
}

package io.sipwright.ami;

import io.sipwright.pjsip.IncludeResolver;
import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code pjsip.conf} and all that it includes, and our two files. Holds passwords, and does not show them. */
final class ConfigTree {
    static final List<String> OUR_NAMES = List.of(Renderer.TRUNKS_FILE, Renderer.USERS_FILE);

    final Path directory;
    final Includes includes;

    /** Why {@code pjsip.conf} cannot be read here; null if it can. */
    @Nullable
    String unreadable;

    /** Why Asterisk does not take it; null if it does. */
    @Nullable
    String invalid;

    private ParsedPjsip parsed = new ParsedPjsip(new PjsipDocument(List.of()), List.of(), List.of());
    private final Map<Path, ParsedPjsip> ours = new LinkedHashMap<>();

    private ConfigTree(Path directory) {
        this.directory = directory;
        this.includes = new Includes(directory);
    }

    static ConfigTree read(Path directory) {
        ConfigTree tree = new ConfigTree(directory);
        tree.readAll();
        OUR_NAMES.forEach(name -> tree.readOurs(directory.resolve(name)));
        return tree;
    }

    private void readAll() {
        Path top = directory.resolve("pjsip.conf");
        try {
            byte[] bytes = includes.top(top);
            parsed = PjsipParser.withIncludes(includes).parse(top.toString(), new ByteArrayInputStream(bytes));
        } catch (PjsipSyntaxException e) {
            invalid = e.getMessage();
        } catch (IOException e) {
            unreadable = Files.exists(top) ? top + " cannot be read by this process" : "There is no " + top;
        }
    }

    private void readOurs(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            IncludeResolver none = name -> List.of();
            ours.put(file, PjsipParser.withIncludes(none).parse(file.toString(), text));
        } catch (PjsipSyntaxException | IOException e) {
            // What is not there, not ours to read or edited by hand: others tell.
            ours.remove(file);
        }
    }

    boolean isRead() {
        return unreadable == null && invalid == null;
    }

    /** All sections that Asterisk sees, each with its place. */
    Map<Section, Location> sections() {
        Map<Section, Location> all = new java.util.IdentityHashMap<>();
        List<Section> sections = parsed.document().sections();
        for (int i = 0; i < sections.size(); i++) {
            all.put(sections.get(i), parsed.locations().get(i));
        }
        return all;
    }

    /** The sections that Asterisk sees, in their order. */
    List<Section> inOrder() {
        return parsed.document().sections();
    }

    /** What our two files hold, whether they are included or not. */
    List<Section> ourSections() {
        List<Section> all = new ArrayList<>();
        ours.values().forEach(file -> all.addAll(file.document().sections()));
        return all;
    }

    /** The first section of each of our files. */
    Map<Path, Section> firstOfEach() {
        Map<Path, Section> first = new LinkedHashMap<>();
        ours.forEach((file, content) ->
                content.document().sections().stream().limit(1).forEach(section -> first.put(file, section)));
        return first;
    }

    boolean isOurs(String file) {
        return OUR_NAMES.stream()
                .anyMatch(name -> directory.resolve(name).toString().equals(file));
    }
}

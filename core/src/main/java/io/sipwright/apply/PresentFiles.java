package io.sipwright.apply;

import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.target.Target;
import io.sipwright.target.TargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the files of a node hold now, whoever has written it.
 *
 * @param sections by type and name
 * @param digests of each file, by its name; a word where there is nothing to read
 * @param notes what can't be read, in sentences
 */
record PresentFiles(Map<ObjectKey, Section> sections, Map<String, String> digests, List<String> notes) {

    static final List<String> NAMES = List.of(Renderer.TRUNKS_FILE, Renderer.USERS_FILE);

    static PresentFiles read(Target target) {
        PresentFiles files = new PresentFiles(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        NAMES.forEach(name -> files.read(target, name));
        return files;
    }

    /** What bears a stamp of ours that does not belong to it: someone has changed it since it was written. */
    Set<ObjectKey> edited(Renderer renderer) {
        Marks marks = new Marks(renderer);
        return sections.values().stream()
                .filter(section -> !marks.of(section).isEmpty())
                .filter(section -> marks.proven(section).isEmpty())
                .map(Staging::key)
                .collect(Collectors.toSet());
    }

    /** Whether Asterisk makes something of it, of a name that can be shown; of what someone else writes, that is not sure. */
    static boolean isObject(Section section) {
        String type = section.type().orElse("");
        return !type.isEmpty() && (type + section.name()).chars().noneMatch(Character::isISOControl);
    }

    private void read(Target target, String file) {
        Map<ObjectKey, Section> found = new LinkedHashMap<>();
        ElementDigest digest = new ElementDigest();
        try {
            boolean known = target.read(file, element -> {
                digest.add(element);
                if (element instanceof Section section && isObject(section)) {
                    found.put(Staging.key(section), section);
                }
            });
            if (known) {
                sections.putAll(found);
                digests.put(file, digest.end());
            } else {
                digests.put(file, "not there");
                notes.add(file + " is not there yet; all of it is written");
            }
        } catch (PjsipSyntaxException | TargetException e) {
            digests.put(file, "unreadable: " + e.getMessage());
            notes.add(file + " can't be read (" + e.getMessage() + "); all of it is written anew");
        }
    }
}

package io.sipwright.realtime;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.realtime.RowsCompared.Difference;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.target.Target;
import io.sipwright.target.TargetException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the files of a node say all that is stored, and nothing else. */
final class FilesCompared {

    static final List<String> NAMES = List.of(Renderer.TRUNKS_FILE, Renderer.USERS_FILE);

    private static final int LOOKS = 3;

    private final Target files;
    private final Rendering rendering;
    private final Stamps digest;

    FilesCompared(Target files, Rendering rendering) {
        this.files = files;
        this.rendering = rendering;
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        this.digest = Stamps.keyed(key);
    }

    /** Empty if all is as it should be. */
    Optional<Difference> look() {
        try {
            for (String name : NAMES) {
                if (files.edited(name).isPresent()) {
                    return Optional.of(new Difference(editedBy(name), true));
                }
            }
            Optional<Difference> found = compare();
            for (int again = 1; again < LOOKS && found.isPresent(); again++) {
                found = compare(); // it may have changed between the look at the files and that at the store
            }
            return found;
        } catch (TargetException | PjsipSyntaxException e) {
            return Optional.of(new Difference(String.valueOf(e.getMessage()), true));
        }
    }

    static String editedBy(String name) {
        return name + " was edited by someone else: take the edit over by adoptEdits, or move it elsewhere, first";
    }

    private Optional<Difference> compare() {
        Map<ObjectKey, String> found = new HashMap<>();
        NAMES.forEach(name -> files.read(name, element -> {
            if (element instanceof Section section) {
                found.put(key(section), content(section));
            }
        }));
        int[] missing = {0};
        String[] first = {""};
        rendering.all(object -> object.sections().forEach(section -> {
            String there = found.remove(key(section));
            if ((there == null || !there.equals(content(section))) && missing[0]++ == 0) {
                first[0] = key(section).toString();
            }
        }));
        if (missing[0] > 0) {
            return Optional.of(new Difference(
                    missing[0] + " objects are not in the files as they are stored, the first of them " + first[0],
                    false));
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(found.size() + " objects of the files are not stored any more", false));
    }

    static ObjectKey key(Section section) {
        return new ObjectKey(section.type().orElse(""), section.name());
    }

    /** The same for two sections that say the same, stamps aside. */
    private String content(Section section) {
        List<SectionEntry> entries = section.entries().stream()
                .filter(entry ->
                        !(entry instanceof Option option && option.name().equals(Stamps.OPTION)))
                .toList();
        return digest.stamp(new Section(section.name(), entries))
                .first(Stamps.OPTION)
                .orElseThrow();
    }
}

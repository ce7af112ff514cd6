package io.sipwright.simulation;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.StoreView;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One state as it must be in the files and in Asterisk, made apart from what is tested.
 *
 * @param files their content by name
 * @param objects their stamps
 */
record Rendered(Map<String, byte[]> files, Map<ObjectKey, String> objects) {

    static final byte[] STAMP_KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    static final Renderer RENDERER =
            new Renderer(TemplateCatalog.shipped(), AsteriskVersion.V22, Stamps.keyed(STAMP_KEY));
    private static final Map<List<ObjectSpec>, Rendered> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, Map<ObjectKey, String>> READ = new ConcurrentHashMap<>();

    static Rendered of(StoreView view) {
        List<ObjectSpec> trunks = new ArrayList<>();
        List<ObjectSpec> users = new ArrayList<>();
        try (Stream<Trunk> stream = view.trunks().stream()) {
            stream.forEach(trunk -> trunks.add(trunk.spec()));
        }
        try (Stream<SipUser> stream = view.users().stream()) {
            stream.forEach(user -> users.add(user.spec()));
        }
        List<ObjectSpec> all = new ArrayList<>(trunks);
        all.addAll(users);
        return KNOWN.computeIfAbsent(all, key -> {
            PjsipDocument trunkFile = RENDERER.trunks(trunks);
            PjsipDocument userFile = RENDERER.users(users);
            Map<ObjectKey, String> objects = new LinkedHashMap<>(objects(trunkFile));
            objects.putAll(objects(userFile));
            return new Rendered(
                    Map.of(
                            Renderer.TRUNKS_FILE, PjsipWriter.toBytes(trunkFile),
                            Renderer.USERS_FILE, PjsipWriter.toBytes(userFile)),
                    objects);
        });
    }

    private static Map<ObjectKey, String> objects(PjsipDocument document) {
        Map<ObjectKey, String> objects = new LinkedHashMap<>();
        document.elements().forEach(element -> {
            if (element instanceof Section section) {
                objects.put(
                        new ObjectKey(section.type().orElse(""), section.name()),
                        section.first(Stamps.OPTION).orElse(""));
            }
        });
        return objects;
    }

    /** The objects that Asterisk finds in a file. */
    static Map<ObjectKey, String> read(String text) {
        return READ.computeIfAbsent(
                text, key -> objects(PjsipParser.create().parse("file", key).document()));
    }

    byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException(name);
        }
        return bytes;
    }
}

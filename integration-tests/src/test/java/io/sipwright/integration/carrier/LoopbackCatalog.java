package io.sipwright.integration.carrier;

import io.sipwright.template.TemplateCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The shipped templates, with loopback networks in the place of the carriers'; nothing else of them is changed. */
final class LoopbackCatalog {

    private static final String TEMPLATES = "/io/sipwright/templates/";

    private final Map<String, String> shipped = new LinkedHashMap<>();
    private final LoopbackNetworks networks;

    /** Room is made for more networks than the templates have. */
    LoopbackCatalog(List<String> moreNetworks) {
        for (String file : read("index.txt").split("\n")) {
            shipped.put(file, read(file));
        }
        List<String> texts = new ArrayList<>(shipped.values());
        texts.addAll(moreNetworks);
        networks = new LoopbackNetworks(texts);
    }

    LoopbackNetworks networks() {
        return networks;
    }

    TemplateCatalog templates() {
        TemplateCatalog.Builder builder = TemplateCatalog.builder();
        shipped.forEach((file, json) -> builder.addJson(file, networks.map(json)));
        return builder.build();
    }

    private static String read(String name) {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream(TEMPLATES + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.sipwright.benchmarks;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Mustache.java with one compiled template for the whole file. */
final class MustachePeer implements Peer {

    private final Mustache template = new DefaultMustacheFactory("io/sipwright/benchmarks").compile("users.mustache");
    private final Map<String, ?> model;

    MustachePeer(List<Map<String, String>> users) {
        model = Map.of("users", users);
    }

    @Override
    public void render(OutputStream out) throws IOException {
        try (Writer writer = Peer.buffered(out)) {
            template.execute(writer, model);
        }
    }
}

package io.sipwright.benchmarks;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** FreeMarker with one compiled template for the whole file. */
final class FreeMarkerPeer implements Peer {

    private final Template template;
    private final Map<String, ?> model;

    FreeMarkerPeer(List<Map<String, String>> users) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setClassForTemplateLoading(FreeMarkerPeer.class, "");
        template = configuration.getTemplate("users.ftl");
        model = Map.of("users", users);
    }

    @Override
    public void render(OutputStream out) throws IOException {
        try (Writer writer = Peer.buffered(out)) {
            template.process(model, writer);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }
}

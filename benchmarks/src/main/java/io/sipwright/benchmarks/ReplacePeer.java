package io.sipwright.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One text with placeholders; each is replaced by {@link String#replace}, one after the other. */
final class ReplacePeer implements Peer {

    private final String template;
    private final Map<String, String> placeholders = new LinkedHashMap<>(); // by name of the value
    private final List<Map<String, String>> users;

    ReplacePeer(List<Map<String, String>> users) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReplacePeer.class.getResourceAsStream("user.txt"))) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        this.users = users;
        users.get(0).keySet().forEach(name -> placeholders.put(name, "{{" + name + "}}"));
    }

    @Override
    public void render(OutputStream out) throws IOException {
        StringBuilder file = new StringBuilder();
        for (Map<String, String> user : users) {
            String text = template;
            for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
                text = text.replace(placeholder.getValue(), user.get(placeholder.getKey()));
            }
            file.append(text);
        }
        out.write(file.toString().getBytes(StandardCharsets.UTF_8));
    }
}

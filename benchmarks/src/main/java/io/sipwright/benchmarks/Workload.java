package io.sipwright.benchmarks;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUserSpec;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A number of users, and the library's own ways to render them. */
final class Workload {

    private static final TemplateCatalog CATALOG = TemplateCatalog.shipped();
    private static final Renderer STAMPING =
            renderer(Stamps.keyed("a benchmark key.".getBytes(StandardCharsets.US_ASCII)));
    private static final Renderer PLAIN = renderer(Stamps.off());

    private final List<Account> accounts;
    private final List<SipUserSpec> users;

    Workload(int count) {
        accounts = Account.make(count);
        users = accounts.stream().map(Account::toSpec).toList();
    }

    private static Renderer renderer(Stamps stamps) {
        return new Renderer(CATALOG, AsteriskVersion.V22, stamps);
    }

    /** Renders as the library does it: user by user into a stream. */
    void render(OutputStream out) {
        write(STAMPING, out);
    }

    /** The same without stamps. */
    void renderWithoutStamps(OutputStream out) {
        write(PLAIN, out);
    }

    private void write(Renderer renderer, OutputStream out) {
        try (PjsipWriter writer = PjsipWriter.to(out)) {
            for (SipUserSpec user : users) {
                renderer.user(user).forEach(writer::write);
            }
        }
    }

    /** The finished file. */
    byte[] rendered() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        render(bytes);
        return bytes.toByteArray();
    }

    /** All elements of the file, made beforehand. */
    List<PjsipElement> elements() {
        List<PjsipElement> elements = new ArrayList<>();
        users.forEach(user -> elements.addAll(STAMPING.user(user)));
        return elements;
    }

    /** What the peers render. */
    List<Map<String, String>> values() {
        List<Map<String, String>> values = new ArrayList<>(accounts.size());
        for (int i = 0; i < accounts.size(); i++) {
            values.add(accounts.get(i).toValues(stamps(users.get(i))));
        }
        return values;
    }

    private static List<String> stamps(SipUserSpec user) {
        return STAMPING.user(user).stream()
                .filter(Section.class::isInstance)
                .map(section -> ((Section) section).first(Stamps.OPTION).orElseThrow())
                .toList();
    }
}

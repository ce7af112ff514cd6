package io.sipwright.ami;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject.State;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for the endpoints that show the objects to be compared, each once. */
final class FieldQuestions {
    private final AmiSession session;
    private final Running running;
    private final FieldCheck check;
    private final Findings findings;

    FieldQuestions(AmiSession session, Running running, FieldCheck check, Findings findings) {
        this.session = session;
        this.running = running;
        this.check = check;
        this.findings = findings;
    }

    void ask(Deadline deadline) throws AmiException {
        Set<String> endpoints = new LinkedHashSet<>();
        check.sections().forEach((key, section) -> {
            String endpoint = endpointOf(key, section);
            if (endpoint != null && running.endpoints().contains(endpoint)) {
                endpoints.add(endpoint);
            }
        });
        for (String endpoint : endpoints) {
            // An error means that it went meanwhile; then nothing of it is shown.
            session.list(Actions.endpoint(endpoint), check::event, deadline);
        }
        check.sections().forEach((key, section) -> {
            String endpoint = endpointOf(key, section);
            if (!check.hasShown(key) && !wasSeen(key) && endpoint != null && endpoints.contains(endpoint)) {
                // What belongs to an endpoint is shown with it if it is there.
                findings.bad(key, State.MISSING);
            }
        });
    }

    /** By its stamp; where the endpoint is gone, or names a transport that is not there, Asterisk shows not all of it. */
    private boolean wasSeen(ObjectKey key) {
        return findings.hasSeen(key) && !findings.isBad(key);
    }

    /** A registration stands in its own list; of other types nothing can be shown. */
    private @Nullable String endpointOf(ObjectKey key, Section section) {
        return switch (key.type()) {
            case Types.ENDPOINT -> key.name();
            case Types.AUTH, Types.AOR -> running.endpointOf(key);
            case Types.IDENTIFY -> section.first(Types.ENDPOINT).orElse(null);
            default -> null;
        };
    }
}

package io.sipwright;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.store.ObjectKind;
import io.sipwright.validation.Violation;
import java.util.List;
import java.util.OptionalInt;

/**
 * A trunk or SIP user that was validated with another version of its template than the catalogue has. It is rendered by the
 * present template all the same. Immutable; holds no secret.
 *
 * @param kind which of both
 * @param name of the object
 * @param active whether it is rendered at all
 * @param template id of its template
 * @param storedVersion version of the template that it was validated with
 * @param catalogVersion version in the catalogue; empty if the template is gone, and the object can't be rendered
 * @param sections that the present template makes of it, with secrets masked; none if the template is gone. What the former
 *     one made is not known here: {@link Sipwright#plan} compares with the files, {@link Upgrades#planFrom} with a
 *     former catalogue
 * @param violations what keeps it from being upgraded
 */
public record PendingUpgrade(
        ObjectKind kind,
        String name,
        boolean active,
        String template,
        int storedVersion,
        OptionalInt catalogVersion,
        PjsipDocument sections,
        List<Violation> violations) {

    public PendingUpgrade {
        violations = List.copyOf(violations);
    }

    /** Whether the catalogue is the newer one. If not, someone has gone back to an older catalogue. */
    public boolean isOlder() {
        return catalogVersion.isPresent() && storedVersion < catalogVersion.getAsInt();
    }

    /** A line for people: {@code trunk carrier (ours 1 -> 2)}, and one more for each violation. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(kind.title()).append(' ').append(name).append(active ? "" : ", inactive");
        text.append(" (").append(template).append(' ').append(storedVersion).append(" -> ");
        text.append(catalogVersion.isPresent() ? Integer.toString(catalogVersion.getAsInt()) : "none");
        text.append(')');
        violations.forEach(violation -> text.append("\n    ! ").append(violation));
        return text.toString();
    }
}

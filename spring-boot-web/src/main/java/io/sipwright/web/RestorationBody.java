package io.sipwright.web;

import io.sipwright.Provisioned;
import io.sipwright.Restoration;
import io.sipwright.apply.Applied;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of all objects when a former generation was brought back.
 *
 * @param generation that was brought back
 * @param created what had been deleted since
 * @param changed what had been changed since
 * @param deleted what had been created since
 * @param reload how far it has come in Asterisk; null if nothing had changed
 * @param confirmation what is to be confirmed now; null if that was not asked for
 */
record RestorationBody(
        boolean success,
        long generation,
        List<ItemBody> created,
        List<ItemBody> changed,
        List<ItemBody> deleted,
        String message,
        @Nullable ReloadBody reload,
        @Nullable PendingBody confirmation)
        implements ApiBody {

    /**
     * An object.
     *
     * @param kind {@code trunk} or {@code user}
     */
    record ItemBody(String kind, String name) {}

    /** With what came of it in Asterisk until now; waits for that. */
    static RestorationBody of(String done, Provisioned<Restoration> change, Api api, boolean confirming) {
        Restoration restoration = change.value();
        if (!restoration.isChange()) {
            return body(restoration, "Nothing had changed", null, null);
        }
        Applied applied = change.awaitApplied(api.applyTimeout());
        return body(
                restoration,
                ReloadBody.message(done, applied),
                ReloadBody.of(applied),
                api.pending(change, confirming));
    }

    private static RestorationBody body(
            Restoration restoration, String message, @Nullable ReloadBody reload, @Nullable PendingBody confirmation) {
        return new RestorationBody(
                true,
                restoration.generation(),
                items(restoration.created()),
                items(restoration.changed()),
                items(restoration.deleted()),
                message,
                reload,
                confirmation);
    }

    private static List<ItemBody> items(List<Restoration.Item> items) {
        return items.stream()
                .map(item -> new ItemBody(item.kind().name().toLowerCase(Locale.ROOT), item.name()))
                .toList();
    }
}

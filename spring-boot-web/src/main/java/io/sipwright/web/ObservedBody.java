package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.Observation;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes see of carriers and phones now.
 *
 * @param success whether all nodes could be asked
 * @param nodes those that can be asked at all
 */
record ObservedBody(boolean success, List<ObservedNode> nodes) implements ApiBody {

    /**
     * What a node sees.
     *
     * @param known whether that is known
     * @param message why it is not known; null if it is
     * @param registrations null if they were not asked for, or are not known
     * @param contacts null if they were not asked for, or are not known
     */
    record ObservedNode(
            String node,
            boolean known,
            @Nullable String message,
            @Nullable List<RegistrationBody> registrations,
            @Nullable List<ContactBody> contacts) {}

    /** A registration at a carrier. */
    record RegistrationBody(
            String name,
            @JsonProperty("server_uri") String serverUri,
            @JsonProperty("client_uri") String clientUri,
            String state,
            String reason,
            @JsonProperty("next_attempt_seconds") @Nullable Long nextAttemptSeconds) {

        static RegistrationBody of(TrunkRegistration registration) {
            Duration next = registration.nextAttempt();
            return new RegistrationBody(
                    registration.name(),
                    registration.serverUri(),
                    registration.clientUri(),
                    registration.state().name().toLowerCase(Locale.ROOT),
                    registration.reason(),
                    next == null ? null : next.toSeconds());
        }
    }

    /** A phone. */
    record ContactBody(
            String aor,
            String uri,
            String status,
            @JsonProperty("round_trip_ms") @Nullable Double roundTripMillis,
            @JsonProperty("user_agent") String userAgent,
            @Nullable Instant expires) {

        static ContactBody of(UserContact contact) {
            Duration roundTrip = contact.roundTrip();
            return new ContactBody(
                    contact.aor(),
                    contact.uri(),
                    contact.status().name().toLowerCase(Locale.ROOT),
                    roundTrip == null ? null : roundTrip.toNanos() / 1e6,
                    contact.userAgent(),
                    contact.expires());
        }
    }

    static ObservedBody registrations(List<Observation<TrunkRegistration>> seen) {
        return of(seen.stream()
                .map(one -> node(
                        one,
                        one.isKnown()
                                ? one.get().stream().map(RegistrationBody::of).toList()
                                : null,
                        null))
                .toList());
    }

    static ObservedBody contacts(List<Observation<UserContact>> seen) {
        return of(seen.stream()
                .map(one -> node(
                        one,
                        null,
                        one.isKnown() ? one.get().stream().map(ContactBody::of).toList() : null))
                .toList());
    }

    private static ObservedBody of(List<ObservedNode> nodes) {
        return new ObservedBody(nodes.stream().allMatch(ObservedNode::known), nodes);
    }

    private static ObservedNode node(
            Observation<?> one, @Nullable List<RegistrationBody> registrations, @Nullable List<ContactBody> contacts) {
        return new ObservedNode(one.node(), one.isKnown(), one.trouble(), registrations, contacts);
    }
}

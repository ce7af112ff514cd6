package io.sipwright.facade;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Requests that must be refused where there are a user anna and a trunk carrier at 192.0.2.1. */
final class RefusedRequests {

    private RefusedRequests() {}

    static Stream<Arguments> all() {
        Map<String, Consumer<Sipwright>> requests = Map.ofEntries(
                Map.entry("user of a known name", s -> s.users().create(Samples.user("ANNA"))),
                Map.entry("user of the name of a trunk", s -> s.users().create(Samples.user("carrier"))),
                Map.entry("trunk of the name of a user", s -> s.trunks().create(Samples.trunk("anna"))),
                Map.entry("user called like a section", s -> s.users().create(Samples.user("carrier-endpoint"))),
                Map.entry("reserved name", s -> s.users().create(Samples.user("anonymous"))),
                Map.entry("name of a transport", s -> s.users().create(Samples.user("transport-udp"))),
                Map.entry(
                        "no fields",
                        s -> s.users()
                                .create(SipUserSpec.builder("bob", "basic_user").build())),
                Map.entry(
                        "unknown template",
                        s -> s.users()
                                .create(SipUserSpec.builder("bob", "no_user").build())),
                Map.entry("address of another trunk", s -> s.trunks().create(Samples.trunk("other", "192.0.2.0/28"))),
                Map.entry(
                        "weak password",
                        s -> s.users()
                                .update(
                                        "anna",
                                        SipUserPatch.builder().secret("short").build())),
                Map.entry(
                        "line break",
                        s -> s.users()
                                .update(
                                        "anna",
                                        SipUserPatch.builder()
                                                .displayName("A\n[x]")
                                                .build())),
                Map.entry(
                        "unknown override",
                        s -> s.users()
                                .update(
                                        "anna",
                                        SipUserPatch.builder()
                                                .overrides(OptionOverride.set("endpoint", "no_such", "1"))
                                                .build())),
                Map.entry(
                        "wide inbound",
                        s -> s.trunks()
                                .update(
                                        "carrier",
                                        TrunkPatch.builder()
                                                .inboundSources("10.0.0.0/8")
                                                .build())),
                Map.entry(
                        "update of a missing user",
                        s -> s.users().update("bob", SipUserPatch.builder().build())),
                Map.entry(
                        "update of a stale user",
                        s -> s.users()
                                .update(
                                        "anna",
                                        SipUserPatch.builder().context("x").build(),
                                        7)),
                Map.entry("deletion of a stale trunk", s -> s.trunks().delete("carrier", 2)),
                Map.entry("deletion of a missing trunk", s -> s.trunks().delete("anna")),
                Map.entry(
                        "batch with one bad user",
                        s -> s.upsertAll(new Batch(
                                List.of(Samples.trunk("other")),
                                List.of(Samples.user("bob"), Samples.user("general"))))),
                Map.entry(
                        "preview of nothing",
                        s -> s.users()
                                .preview(SipUserSpec.builder("", "basic_user").build())));
        return requests.entrySet().stream().map(request -> Arguments.of(request.getKey(), request.getValue()));
    }
}

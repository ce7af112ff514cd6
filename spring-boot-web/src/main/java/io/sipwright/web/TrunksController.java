package io.sipwright.web;

import static io.sipwright.web.Api.name;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applied;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.render.Renderer;
import io.sipwright.store.FormerState;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectQuery;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Trunks. */
@ApiController
@RequestMapping(path = "/trunks", produces = MediaType.APPLICATION_JSON_VALUE)
class TrunksController {

    private static final String KIND = "trunk";

    private final Api api;
    private final Templates templates;
    private final TrunkReader reader;

    TrunksController(Api api) {
        this.api = api;
        this.templates = new Templates(api.sipwright());
        this.reader = new TrunkReader(templates);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrunkAnswer> create(
            @RequestBody RequestObject body,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal,
            HttpServletRequest request) {
        Sipwright sipwright = api.as(principal, confirmWithin);
        Provisioned<Trunk> created = reader.spec(body).with(sipwright.trunks()::create);
        return ResponseEntity.created(Addresses.below(request, created.value().name()))
                .cacheControl(CacheControl.noStore())
                .eTag(Precondition.etag(created.value().version()))
                .body(answer("Trunk created", created, confirmWithin));
    }

    @GetMapping
    ResponseEntity<TrunkList> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String active,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String q) {
        ObjectQuery query =
                new Parameters().query(api.properties().pageSize(), limit, after, active, "provider", provider, q);
        List<Trunk> page = api.sipwright().trunks().list(query);
        String last =
                page.size() < query.limit() ? null : page.get(page.size() - 1).name();
        boolean more = last != null
                && !api.sipwright().trunks().list(query.after(last).limit(1)).isEmpty();
        return Api.ok(new TrunkList(
                true,
                page.stream().map(templates::body).toList(),
                api.sipwright().trunks().count(query),
                more ? last : null));
    }

    @GetMapping("/{name}")
    ResponseEntity<TrunkAnswer> get(@PathVariable String name) {
        Trunk trunk = find(name);
        return Api.versioned(new TrunkAnswer(true, templates.body(trunk), null, null, null), trunk.version());
    }

    /** Changes the fields that are given, as in the specification, and leaves the others. */
    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrunkAnswer> update(
            @PathVariable String name,
            @RequestBody RequestObject body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        return changed(name, body, ifMatch, principal, confirmWithin, false);
    }

    /** A merge patch (RFC 7396). */
    @PatchMapping(
            path = "/{name}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<TrunkAnswer> patch(
            @PathVariable String name,
            @RequestBody RequestObject body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        return changed(name, body, ifMatch, principal, confirmWithin, true);
    }

    private ResponseEntity<TrunkAnswer> changed(
            String name,
            RequestObject body,
            @Nullable String ifMatch,
            @Nullable Principal principal,
            @Nullable String confirmWithin,
            boolean merge) {
        Sipwright sipwright = api.as(principal, confirmWithin);
        Provisioned<Trunk> changed = Precondition.of(ifMatch)
                .change(
                        () -> find(name),
                        TrunksController::identity,
                        trunk -> reader.patch(body, trunk, merge)
                                .with(patch -> sipwright.trunks().update(trunk.name(), patch, trunk.version())));
        return Api.changed(
                answer("Trunk updated", changed, confirmWithin), changed.value().version());
    }

    @DeleteMapping("/{name}")
    ResponseEntity<TrunkAnswer> delete(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        Sipwright sipwright = api.as(principal, confirmWithin);
        Provisioned<Trunk> deleted = Precondition.of(ifMatch)
                .change(
                        () -> find(name),
                        TrunksController::identity,
                        trunk -> sipwright.trunks().delete(trunk.name(), trunk.version()));
        return Api.ok(answer("Trunk deleted", deleted, confirmWithin));
    }

    /** What a trunk would look like in the file. Stores nothing. */
    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PreviewBody> preview(@RequestBody RequestObject body) {
        String config = reader.spec(body)
                .with(spec -> PjsipWriter.toString(api.sipwright().trunks().preview(spec)));
        return Api.ok(new PreviewBody(true, Renderer.TRUNKS_FILE, config));
    }

    /** Of each line of the trunk: where it comes from, and where it stands. */
    @GetMapping("/{name}/explain")
    ResponseEntity<ExplanationBody> explain(@PathVariable String name) {
        return Api.ok(ExplanationBody.of(api.sipwright().trunks().explain(name(KIND, name))));
    }

    @GetMapping("/{name}/history")
    ResponseEntity<HistoryBody> history(
            @PathVariable String name, @RequestParam(required = false) @Nullable String limit) {
        return Api.ok(History.body(
                KIND, name, limit, api.sipwright().trunks()::history, Trunk::name, templates::body, user -> null));
    }

    /** Brings back what the trunk was after a change, also one that was deleted. */
    @PostMapping(path = "/{name}/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrunkAnswer> restore(
            @PathVariable String name,
            @RequestBody RequestObject body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        Sipwright sipwright = api.as(principal, confirmWithin);
        long generation = History.generation(body);
        FormerState<Trunk> former = History.find(KIND, name(KIND, name), generation, sipwright.trunks()::history);
        Optional<Trunk> present = sipwright.trunks().find(name);
        Provisioned<Trunk> restored = present.isEmpty()
                ? sipwright.trunks().create(former.object().spec())
                : Precondition.of(ifMatch)
                        .change(
                                () -> find(name),
                                TrunksController::identity,
                                trunk -> sipwright
                                        .trunks()
                                        .update(trunk.name(), back(trunk, former.object()), trunk.version()));
        return Api.changed(
                answer("Trunk restored", restored, confirmWithin),
                restored.value().version());
    }

    private static TrunkPatch back(Trunk present, Trunk former) {
        TrunkPatch.Builder patch = TrunkPatch.builder()
                .provider(former.provider())
                .active(former.active())
                .allowWideInbound(former.spec().wideInboundAllowed())
                .overrides(former.spec().overrides().toArray(OptionOverride[]::new));
        History.fields(present.spec(), former.spec(), patch);
        return patch.build();
    }

    /** What the nodes see of the carrier now. */
    @GetMapping("/{name}/registrations")
    ResponseEntity<ObservedBody> registrations(@PathVariable String name) {
        return Api.ok(ObservedBody.registrations(
                api.sipwright().registrations(find(name).name())));
    }

    private Trunk find(String name) {
        return api.sipwright().trunks().find(name(KIND, name)).orElseThrow(() -> new NotFoundException(KIND, name));
    }

    private static Precondition.Versioned identity(Trunk trunk) {
        return new Precondition.Versioned(trunk.name(), trunk.version());
    }

    private TrunkAnswer answer(String done, Provisioned<Trunk> change, @Nullable String confirmWithin) {
        Applied applied = change.awaitApplied(api.applyTimeout());
        return new TrunkAnswer(
                true,
                templates.body(change.value()),
                ReloadBody.message(done, applied),
                ReloadBody.of(applied),
                api.pending(change, confirmWithin != null));
    }
}

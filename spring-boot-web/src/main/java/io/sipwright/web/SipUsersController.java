package io.sipwright.web;

import static io.sipwright.web.Api.name;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applied;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.render.Renderer;
import io.sipwright.secret.Secret;
import io.sipwright.store.FormerState;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectQuery;
import io.sipwright.template.OptionOverride;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
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

/** SIP users. */
@ApiController
@RequestMapping(path = "/asterisk/sip-users", produces = MediaType.APPLICATION_JSON_VALUE)
class SipUsersController {

    private static final String KIND = "SIP user";

    private final Api api;
    private final Templates templates;
    private final SipUserReader reader;

    SipUsersController(Api api) {
        this.api = api;
        this.templates = new Templates(api.sipwright());
        this.reader = new SipUserReader(templates);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SipUserAnswer> create(
            @RequestBody RequestObject body,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal,
            HttpServletRequest request) {
        Sipwright sipwright = api.as(principal, confirmWithin);
        Reading<SipUserSpec> reading = reader.spec(body);
        Provisioned<SipUser> created = reading.with(sipwright.users()::create);
        return ResponseEntity.created(Addresses.below(request, created.value().name()))
                .cacheControl(CacheControl.noStore())
                .eTag(Precondition.etag(created.value().version()))
                .body(answer("User created", created, reading.generated(), confirmWithin));
    }

    @GetMapping
    ResponseEntity<SipUserList> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String active,
            @RequestParam(name = "template_type", required = false) @Nullable String template,
            @RequestParam(required = false) @Nullable String q) {
        ObjectQuery query =
                new Parameters().query(api.properties().pageSize(), limit, after, active, "template_type", template, q);
        List<SipUser> page = api.sipwright().users().list(query);
        String last =
                page.size() < query.limit() ? null : page.get(page.size() - 1).name();
        boolean more = last != null
                && !api.sipwright().users().list(query.after(last).limit(1)).isEmpty();
        return Api.ok(new SipUserList(
                true,
                page.stream().map(templates::body).toList(),
                api.sipwright().users().count(query),
                more ? last : null));
    }

    @GetMapping("/{username}")
    ResponseEntity<SipUserAnswer> get(@PathVariable("username") String name) {
        SipUser user = find(name);
        return Api.versioned(new SipUserAnswer(true, templates.body(user), null, null, null, null), user.version());
    }

    /** Changes the fields that are given, as in the specification, and leaves the others. */
    @PutMapping(path = "/{username}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SipUserAnswer> update(
            @PathVariable("username") String name,
            @RequestBody RequestObject body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        return changed(name, body, ifMatch, principal, confirmWithin, false);
    }

    /** A merge patch (RFC 7396). */
    @PatchMapping(
            path = "/{username}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<SipUserAnswer> patch(
            @PathVariable("username") String name,
            @RequestBody RequestObject body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        return changed(name, body, ifMatch, principal, confirmWithin, true);
    }

    private ResponseEntity<SipUserAnswer> changed(
            String name,
            RequestObject body,
            @Nullable String ifMatch,
            @Nullable Principal principal,
            @Nullable String confirmWithin,
            boolean merge) {
        Sipwright sipwright = api.as(principal, confirmWithin);
        Changed changed = Precondition.of(ifMatch).change(() -> find(name), SipUsersController::identity, user -> {
            Reading<SipUserPatch> reading = reader.patch(body, user, merge);
            return new Changed(
                    reading.with(patch -> sipwright.users().update(user.name(), patch, user.version())),
                    reading.generated());
        });
        return Api.changed(
                answer("User updated", changed.provisioned(), changed.generated(), confirmWithin),
                changed.provisioned().value().version());
    }

    /** A change, and the secret that was made for it. */
    private record Changed(
            Provisioned<SipUser> provisioned, @Nullable Secret generated) {}

    @DeleteMapping("/{username}")
    ResponseEntity<SipUserAnswer> delete(
            @PathVariable("username") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        Sipwright sipwright = api.as(principal, confirmWithin);
        Provisioned<SipUser> deleted = Precondition.of(ifMatch)
                .change(
                        () -> find(name),
                        SipUsersController::identity,
                        user -> sipwright.users().delete(user.name(), user.version()));
        return Api.ok(answer("User deleted", deleted, null, confirmWithin));
    }

    /** What a user would look like in the file. Stores nothing. */
    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PreviewBody> preview(@RequestBody RequestObject body) {
        String config = reader.spec(body)
                .with(spec -> PjsipWriter.toString(api.sipwright().users().preview(spec)));
        return Api.ok(new PreviewBody(true, Renderer.USERS_FILE, config));
    }

    /** Of each line of the user: where it comes from, and where it stands. */
    @GetMapping("/{username}/explain")
    ResponseEntity<ExplanationBody> explain(@PathVariable("username") String name) {
        return Api.ok(ExplanationBody.of(api.sipwright().users().explain(name(KIND, name))));
    }

    @GetMapping("/{username}/history")
    ResponseEntity<HistoryBody> history(
            @PathVariable("username") String name, @RequestParam(required = false) @Nullable String limit) {
        return Api.ok(History.body(
                KIND, name, limit, api.sipwright().users()::history, SipUser::name, trunk -> null, templates::body));
    }

    /** Brings back what the user was after a change, also one that was deleted. */
    @PostMapping(path = "/{username}/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SipUserAnswer> restore(
            @PathVariable("username") String name,
            @RequestBody RequestObject body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        Sipwright sipwright = api.as(principal, confirmWithin);
        long generation = History.generation(body);
        FormerState<SipUser> former = History.find(KIND, name(KIND, name), generation, sipwright.users()::history);
        Optional<SipUser> present = sipwright.users().find(name);
        Provisioned<SipUser> restored = present.isEmpty()
                ? sipwright.users().create(former.object().spec())
                : Precondition.of(ifMatch)
                        .change(
                                () -> find(name),
                                SipUsersController::identity,
                                user -> sipwright
                                        .users()
                                        .update(user.name(), back(user, former.object()), user.version()));
        return Api.changed(
                answer("User restored", restored, null, confirmWithin),
                restored.value().version());
    }

    private static SipUserPatch back(SipUser present, SipUser former) {
        SipUserPatch.Builder patch = SipUserPatch.builder()
                .template(former.template())
                .active(former.active())
                .notes(former.spec().notes())
                .overrides(former.spec().overrides().toArray(OptionOverride[]::new));
        History.fields(present.spec(), former.spec(), patch);
        return patch.build();
    }

    /** The phones of a user, as the nodes see them now. */
    @GetMapping("/{username}/contacts")
    ResponseEntity<ObservedBody> contacts(@PathVariable("username") String name) {
        return Api.ok(ObservedBody.contacts(api.sipwright().contacts(find(name).name())));
    }

    private SipUser find(String name) {
        return api.sipwright().users().find(name(KIND, name)).orElseThrow(() -> new NotFoundException(KIND, name));
    }

    private static Precondition.Versioned identity(SipUser user) {
        return new Precondition.Versioned(user.name(), user.version());
    }

    private SipUserAnswer answer(
            String done, Provisioned<SipUser> change, @Nullable Secret generated, @Nullable String confirmWithin) {
        Applied applied = change.awaitApplied(api.applyTimeout());
        return new SipUserAnswer(
                true,
                templates.body(change.value()),
                generated == null ? null : new RevealedSecret(generated),
                ReloadBody.message(done, applied),
                ReloadBody.of(applied),
                api.pending(change, confirmWithin != null));
    }
}

package io.sipwright.web;

import io.sipwright.apply.Applied;
import io.sipwright.spring.SipwrightDoctor;
import io.sipwright.store.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The Asterisks themselves. */
@ApiController
@RequestMapping(path = "/asterisk", produces = MediaType.APPLICATION_JSON_VALUE)
class AsteriskController {

    private static final int USUAL_CHANGES = 100;
    private static final int MOST_CHANGES = 1000;

    private final Api api;
    private final ObjectProvider<SipwrightDoctor> doctors;

    AsteriskController(Api api, ObjectProvider<SipwrightDoctor> doctors) {
        this.api = api;
        this.doctors = doctors;
    }

    @GetMapping("/status")
    ResponseEntity<StatusBody> status() {
        return Api.ok(StatusBody.of(api.sipwright().status()));
    }

    /** Brings what is stored to all nodes now, also what was refused or taken back; with a plan, that or nothing. */
    @PostMapping("/apply")
    ResponseEntity<AppliedBody> apply(@RequestParam(required = false) @Nullable String plan) {
        Parameters parameters = new Parameters();
        String token = parameters.text("plan", plan);
        parameters.check();
        return applied("Applied", token == null ? api.sipwright().apply() : PlanToken.apply(api.sipwright(), token));
    }

    /** Looks at all nodes now, and repairs what is not as it should be. */
    @PostMapping("/reconcile")
    ResponseEntity<AppliedBody> reconcile() {
        return applied("Reconciled", api.sipwright().reconcile());
    }

    private static ResponseEntity<AppliedBody> applied(String done, Applied applied) {
        String message = applied.isVerified()
                ? done + ": seen running in Asterisk"
                : "Not seen running in Asterisk: " + applied.summary();
        return Api.ok(new AppliedBody(
                applied.isVerified(),
                message,
                ReloadBody.of(applied),
                StatusBody.of(applied.nodes()).nodes()));
    }

    /** The registrations at carriers, as the nodes see them now. */
    @GetMapping("/registrations")
    ResponseEntity<ObservedBody> registrations() {
        return Api.ok(ObservedBody.registrations(api.sipwright().registrations()));
    }

    /** Who changed what after a generation. */
    @GetMapping("/changes")
    ResponseEntity<ChangesBody> changes(
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String limit) {
        Parameters parameters = new Parameters();
        long generation = parameters.number("since", since, 0, 0, Long.MAX_VALUE);
        int most = (int) parameters.number("limit", limit, USUAL_CHANGES, 1, MOST_CHANGES);
        parameters.check();
        // A generation is answered whole, or the next page could not begin behind it.
        for (int asked = most; ; asked = asked * 2) {
            List<Change> changes = api.sipwright().changesSince(generation, asked + 1);
            if (changes.size() <= asked) {
                return Api.ok(ChangesBody.of(changes, null));
            }
            long broken = changes.get(asked).generation();
            List<Change> whole = changes.stream()
                    .filter(change -> change.generation() < broken)
                    .toList();
            if (!whole.isEmpty()) {
                return Api.ok(ChangesBody.of(whole, whole.get(whole.size() - 1).generation()));
            }
        }
    }

    /** What {@code apply} would change now, object by object and option by option. */
    @GetMapping("/plan")
    ResponseEntity<PlanBody> plan() {
        return Api.ok(PlanBody.of(api.sipwright().plan()));
    }

    /** What is wrong with the Asterisks and their files, and how to mend it. */
    @GetMapping("/doctor")
    ResponseEntity<DoctorBody> doctor() {
        SipwrightDoctor doctor = doctors.getIfUnique();
        if (doctor == null) {
            throw new NotProvidedException("Nothing here can be examined: sipwright-ami-reloader is not there.");
        }
        return Api.ok(DoctorBody.of(doctor.examine()));
    }
}

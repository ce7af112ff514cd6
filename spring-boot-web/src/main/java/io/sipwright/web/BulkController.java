package io.sipwright.web;

import io.sipwright.Batch;
import io.sipwright.BatchOutcome;
import io.sipwright.BatchProgress;
import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.StoredBatch;
import io.sipwright.apply.Applied;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Many trunks and users in one change: what has a new name is created, what has a known one is replaced. */
@ApiController
@RequestMapping(path = "/asterisk/bulk", produces = MediaType.APPLICATION_JSON_VALUE)
class BulkController {

    private static final String TRUNKS = "trunks";
    private static final String USERS = "users";

    private final Api api;
    private final Templates templates;

    BulkController(Api api) {
        this.api = api;
        this.templates = new Templates(api.sipwright());
    }

    /** What was read of a batch, in the order of its rows. */
    private record Rows(List<Reading<TrunkSpec>> trunks, List<Reading<SipUserSpec>> users) {

        Batch batch() {
            return new Batch(
                    trunks.stream().map(Reading::value).toList(),
                    users.stream().map(Reading::value).toList());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BulkBody> store(
            @RequestBody RequestObject body,
            @RequestParam(defaultValue = "all") String mode,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        Parameters parameters = new Parameters();
        if (!mode.equals("all") && !mode.equals("valid")) {
            parameters.wrong("mode", "field.choice", "Expected 'all' or 'valid'.");
        }
        parameters.confirmWithin(confirmWithin);
        parameters.check();
        Members members = new Members(body.json(), Set.of());
        Rows rows = new Rows(
                members.objects(TRUNKS).stream()
                        .map(new TrunkReader(templates)::spec)
                        .toList(),
                members.objects(USERS).stream()
                        .map(new SipUserReader(templates)::spec)
                        .toList());
        members.refuseOthers();
        // Rows that can't even be told apart are nothing that could be answered row by row.
        ValidationException.throwIfAny(members.violations());
        Sipwright sipwright = api.as(principal, confirmWithin);
        return Api.ok(
                mode.equals("all")
                        ? all(rows, sipwright, confirmWithin != null)
                        : valid(rows, sipwright, confirmWithin != null));
    }

    private BulkBody all(Rows rows, Sipwright sipwright, boolean confirming) {
        Provisioned<StoredBatch> stored;
        try {
            stored = sipwright.upsertAll(rows.batch());
        } catch (ValidationException e) {
            List<Violation> all = new ArrayList<>();
            violations(TRUNKS, rows.trunks(), e.violations()).forEach(all::addAll);
            violations(USERS, rows.users(), e.violations()).forEach(all::addAll);
            throw new ValidationException(all);
        }
        StoredBatch batch = stored.value();
        List<BulkBody.Row> trunks = batch.trunks().stream()
                .map(trunk -> new BulkBody.Row(true, templates.body(trunk), null, null, null))
                .toList();
        List<BulkBody.Row> users = new ArrayList<>();
        for (int i = 0; i < batch.users().size(); i++) {
            users.add(new BulkBody.Row(
                    true,
                    null,
                    templates.body(batch.users().get(i)),
                    revealed(rows.users().get(i)),
                    null));
        }
        return answer(trunks, users, stored, confirming);
    }

    private BulkBody valid(Rows rows, Sipwright sipwright, boolean confirming) {
        Provisioned<BatchOutcome> stored = sipwright.upsertValid(rows.batch(), BatchProgress.ignored());
        BatchOutcome outcome = stored.value();
        List<List<Violation>> ofTrunks = violations(TRUNKS, rows.trunks(), outcome.violations());
        List<List<Violation>> ofUsers = violations(USERS, rows.users(), outcome.violations());
        List<BulkBody.Row> trunks = new ArrayList<>();
        for (int i = 0; i < ofTrunks.size(); i++) {
            var trunk = outcome.trunks().get(i).stored();
            trunks.add(
                    trunk == null
                            ? refused(ofTrunks.get(i))
                            : new BulkBody.Row(true, templates.body(trunk), null, null, null));
        }
        List<BulkBody.Row> users = new ArrayList<>();
        for (int i = 0; i < ofUsers.size(); i++) {
            var user = outcome.users().get(i).stored();
            users.add(
                    user == null
                            ? refused(ofUsers.get(i))
                            : new BulkBody.Row(
                                    true,
                                    null,
                                    templates.body(user),
                                    revealed(rows.users().get(i)),
                                    null));
        }
        return answer(trunks, users, stored, confirming);
    }

    private static BulkBody.Row refused(List<Violation> violations) {
        return new BulkBody.Row(
                false,
                null,
                null,
                null,
                violations.stream()
                        .limit(ViolationBody.MOST)
                        .map(ViolationBody::of)
                        .toList());
    }

    private static @Nullable RevealedSecret revealed(Reading<?> reading) {
        return reading.generated() == null ? null : new RevealedSecret(reading.generated());
    }

    private BulkBody answer(
            List<BulkBody.Row> trunks, List<BulkBody.Row> users, Provisioned<?> change, boolean confirming) {
        long stored = trunks.stream().filter(BulkBody.Row::success).count()
                + users.stream().filter(BulkBody.Row::success).count();
        long refused = trunks.size() + users.size() - stored;
        if (stored == 0) {
            return new BulkBody(refused == 0, trunks, users, 0, refused, "Nothing stored", null, null);
        }
        Applied applied = change.awaitApplied(api.applyTimeout());
        return new BulkBody(
                refused == 0,
                trunks,
                users,
                stored,
                refused,
                ReloadBody.message(stored + " stored", applied),
                ReloadBody.of(applied),
                api.pending(change, confirming));
    }

    /** What is wrong with each row: what we found, and what the library found where we found nothing. */
    private static <V> List<List<Violation>> violations(String array, List<Reading<V>> rows, List<Violation> found) {
        List<List<Violation>> byRow = new ArrayList<>();
        rows.forEach(row -> byRow.add(new ArrayList<>()));
        for (Violation violation : found) {
            int end = violation.path().indexOf("].");
            if (violation.path().startsWith(array + "[") && end > 0) {
                int row = Integer.parseInt(violation.path(), array.length() + 1, end, 10);
                String path = violation.path().substring(end + 2);
                byRow.get(row).add(new Violation(path, violation.code(), violation.message(), null));
            }
        }
        List<List<Violation>> merged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String place = array + "[" + i + "]";
            Reading<V> row = rows.get(i);
            merged.add(row.words().merged(row.violations(), byRow.get(i)).stream()
                    .map(violation -> violation.under(place))
                    .toList());
        }
        return merged;
    }
}

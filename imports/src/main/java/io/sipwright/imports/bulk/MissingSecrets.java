package io.sipwright.imports.bulk;

import io.sipwright.Batch;
import io.sipwright.BatchPreview;
import io.sipwright.Sipwright;
import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretGenerator;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.UserTemplate;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives users a secret that the file has none for: the one they have, or a new one. */
final class MissingSecrets {

    private static final SecretGenerator GENERATOR = new SecretGenerator();
    private static final String SECRET = "secret";

    /** In place of a secret; those of a user go together. */
    private static final List<String> KEPT = List.of(SECRET, "md5_digest", "sha256_digest", "realm");

    private final Map<Integer, Secret> generated = new HashMap<>();
    private final List<BulkEntry<SipUserSpec>> users;

    private MissingSecrets(List<BulkEntry<SipUserSpec>> users) {
        this.users = new ArrayList<>(users);
    }

    /**
     * Fills in what is missing.
     *
     * @param wanted whether also where the file does not ask for it
     */
    static MissingSecrets fill(Sipwright sipwright, List<BulkEntry<SipUserSpec>> users, boolean wanted) {
        MissingSecrets filled = new MissingSecrets(users);
        Set<String> templates = sipwright.userTemplates().stream()
                .filter(template -> template.field(SECRET).isPresent())
                .map(UserTemplate::id)
                .collect(Collectors.toSet());
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            SipUserSpec spec = users.get(i).spec();
            FieldValues fields = spec.fields();
            boolean none = fields.get(SECRET) == null && fields.get("md5_digest") == null;
            if (none && templates.contains(spec.templateId())) {
                if (users.get(i).generate()) {
                    filled.generate(i);
                } else if (wanted) {
                    missing.add(i);
                }
            }
        }
        filled.keepOrGenerate(sipwright, missing);
        return filled;
    }

    private void keepOrGenerate(Sipwright sipwright, List<Integer> missing) {
        if (missing.isEmpty()) {
            return;
        }
        List<SipUserSpec> specs =
                missing.stream().map(index -> users.get(index).spec()).toList();
        List<BatchPreview.Row<SipUserSpec>> rows =
                sipwright.check(new Batch(List.of(), specs)).users();
        for (int i = 0; i < missing.size(); i++) {
            SipUserSpec present = rows.get(i).present();
            if (present == null) {
                generate(missing.get(i));
            } else {
                keep(missing.get(i), present);
            }
        }
    }

    private void generate(int index) {
        Secret secret = GENERATOR.generate();
        generated.put(index, secret);
        BulkEntry<SipUserSpec> entry = users.get(index);
        users.set(index, entry.with(entry.spec().toBuilder().secret(secret).build()));
    }

    private void keep(int index, SipUserSpec present) {
        BulkEntry<SipUserSpec> entry = users.get(index);
        Map<String, Optional<FieldValue>> kept = new LinkedHashMap<>();
        for (String field : KEPT) {
            FieldValue value = present.fields().get(field);
            if (value != null) {
                kept.put(field, Optional.of(value));
            }
        }
        users.set(
                index, entry.with(entry.spec().withFields(entry.spec().fields().with(kept))));
    }

    /** All users, with what was missing. */
    List<BulkEntry<SipUserSpec>> users() {
        return users;
    }

    /** What was made for a user; null if nothing was. */
    @Nullable
    Secret generated(int index) {
        return generated.get(index);
    }
}

package io.sipwright.imports.bulk;

import io.sipwright.Provisioned;
import io.sipwright.StoredBatch;
import io.sipwright.secret.Secret;
import java.util.List;
import java.util.Map;

/**
 * What became of a bulk file.
 *
 * @param change the change that holds it, of which {@link Provisioned#awaitApplied} tells how far it has come
 * @param stored what was stored, in the order of the file, trunks and users for themselves
 * @param problems why the rest was refused; empty if nothing was
 * @param generatedSecrets by user name, of those stored users for which one was made; nobody else is told them
 */
public record BulkResult(
        Provisioned<?> change, StoredBatch stored, List<BulkProblem> problems, Map<String, Secret> generatedSecrets) {

    public BulkResult {
        problems = List.copyOf(problems);
        generatedSecrets = Map.copyOf(generatedSecrets);
    }

    /** How much was stored, without what. */
    @Override
    public String toString() {
        return stored.trunks().size() + " trunks and " + stored.users().size() + " users stored, " + problems.size()
                + " problems, generation " + change.generation();
    }
}

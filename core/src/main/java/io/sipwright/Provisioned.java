package io.sipwright;

import io.sipwright.apply.ApplyResult;
import org.jspecify.annotations.Nullable;

/**
 * A change that is stored, and how far it has come.
 *
 * @param value the object as it is stored, or as it was before it was deleted
 * @param generation number of the state that holds the change
 * @param applied what became of the files and of Asterisk; null when changes are not applied at once
 */
public record Provisioned<T>(
        T value, long generation, @Nullable ApplyResult applied) {

    /** Whether Asterisk was seen running the change. */
    public boolean isVerified() {
        return applied != null && applied.isVerified();
    }
}

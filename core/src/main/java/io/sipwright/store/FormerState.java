package io.sipwright.store;

/**
 * An object as a change left it.
 *
 * @param change that made it so
 * @param object as it was from then on; of a deletion, as it was until then
 */
public record FormerState<T>(Change change, T object) {}

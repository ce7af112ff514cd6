package io.sipwright.target;

/**
 * A row of ours that someone else has changed or deleted.
 *
 * @param type of the section
 * @param name of the section
 * @param isGone whether it was deleted
 */
public record EditedRow(String type, String name, boolean isGone) {}

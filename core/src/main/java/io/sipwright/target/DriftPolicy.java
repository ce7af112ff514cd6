package io.sipwright.target;

/** What to do with a file that someone else has edited since it was written. */
public enum DriftPolicy {
    /** Report it and leave the file alone. */
    REFUSE,
    /** Replace it; the edit is then found in {@code .<name>.edited}. */
    OVERWRITE
}

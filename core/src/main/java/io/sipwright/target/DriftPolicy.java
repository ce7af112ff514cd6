package io.sipwright.target;

/** What to do with a file that someone else has edited since it was written. */
public enum DriftPolicy {
    /** Report it and leave the file alone. */
    REFUSE,
    /** Leave the file alone, and have the edit taken over into the store; report it if that can't be done. */
    ADOPT,
    /** Replace it; the edit is then found in {@code .<name>.edited}. */
    OVERWRITE
}

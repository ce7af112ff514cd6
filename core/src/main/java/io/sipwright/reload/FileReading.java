package io.sipwright.reload;

/** What came of having Asterisk read a file that is not in use yet. Says nothing of what it found; see {@link Reloader#read}. */
public sealed interface FileReading {

    /** Asterisk has read it to the end, and all that it found was handed over. */
    record Read() implements FileReading {}

    /**
     * Asterisk can't make sense of it: in a reload it would lose a part of it, or all.
     *
     * @param reason in words, without anything of the file
     */
    record Refused(String reason) implements FileReading {}

    /**
     * Nothing is known: no one asked Asterisk, it was not reached, does not see the file, or does not let anyone ask.
     *
     * @param reason in words
     */
    record NotAsked(String reason) implements FileReading {}
}

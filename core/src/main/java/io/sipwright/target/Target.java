package io.sipwright.target;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the rendering of one generation. An implementation either takes all of it or leaves everything as it was.
 * Thread-safe.
 */
public interface Target {

    /**
     * Replaces what was there by a new rendering.
     *
     * @param files each with all of its elements; they do not refer to each other
     * @throws TargetException if it can't be done; what was there before is still there, unless the exception says
     *     otherwise
     */
    WriteResult write(List<TargetFile> files);

    /**
     * Prepares a new rendering, so that showing it takes no more than a moment. What the files are made of is not asked
     * for again after this returns.
     *
     * @throws TargetException if it can't be done; everything is as it was
     */
    default StagedWrite stage(List<TargetFile> files) {
        return StagedWrite.shown(write(files));
    }

    /**
     * Hands over what a file holds now, whoever has written it.
     *
     * @return false if it is not there, or if that can't be told
     * @throws io.sipwright.pjsip.PjsipSyntaxException if it is no configuration that Asterisk would read as a whole
     * @throws TargetException if it can't be read
     */
    default boolean read(String file, Consumer<? super PjsipElement> elements) {
        return false;
    }

    /**
     * Where sections stand now, in a file whoever has written it.
     *
     * @return in the order of the sections; by default, that nothing is known
     * @throws io.sipwright.pjsip.PjsipSyntaxException if it is no configuration that Asterisk would read as a whole
     * @throws TargetException if it can't be read
     */
    default List<SectionPlace> locate(String file, List<Section> sections) {
        return sections.stream().map(section -> SectionPlace.unknown()).toList();
    }

    /**
     * Whether what was written last is there as it was written, as far as can be said without reading all of it. False when
     * nothing was written since the start.
     */
    default boolean isUntouched() {
        return false;
    }

    /** Whether writing would leave all files alone now, because someone else has edited this one; false by default. */
    default boolean leavesAlone(String file) {
        return false;
    }

    /** What is done with edits by others; {@link DriftPolicy#REFUSE} by default. */
    default DriftPolicy driftPolicy() {
        return DriftPolicy.REFUSE;
    }

    /**
     * What someone else has made of a file since it was written; empty if nothing, or by default, if that can't be told.
     *
     * @throws io.sipwright.pjsip.PjsipSyntaxException if it is no configuration that Asterisk would read as a whole
     * @throws TargetException if it can't be read
     */
    default Optional<EditedFile> edited(String file) {
        return Optional.empty();
    }

    /**
     * Takes note of an edit: the file may be replaced from now on, unless it was edited once more.
     *
     * @throws TargetException if it can't be noted
     */
    default void acknowledge(EditedFile edit) {}

    /** Keeps what was written last as the last known good: it was seen running. */
    default void markGood() {}

    /**
     * Hands over what the last known good consists of, also of one that was kept before the start.
     *
     * @return false if none is kept
     * @throws TargetException if it can't be read
     */
    default boolean readGood(Consumer<? super PjsipElement> elements) {
        return false;
    }

    /**
     * Brings the last known good back.
     *
     * @return false if none is kept, or if it is what is there
     * @throws TargetException if it can't be done
     */
    default boolean restore() {
        return false;
    }
}

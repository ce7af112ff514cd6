package io.sipwright.imports.bulk;

import io.sipwright.error.SipwrightException;
import java.util.List;
import java.util.stream.Collectors;

/** A bulk file that was refused, with all that is wrong with it. Nothing of it was stored. */
public final class BulkFileException extends SipwrightException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<BulkProblem> problems;

    BulkFileException(List<BulkProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the file. */
    public List<BulkProblem> problems() {
        return problems;
    }

    private static String message(List<BulkProblem> problems) {
        String shown = problems.stream().limit(SHOWN).map(BulkProblem::toString).collect(Collectors.joining("\n"));
        return problems.size() <= SHOWN ? shown : shown + "\nand " + (problems.size() - SHOWN) + " more";
    }
}

package io.sipwright.web;

/** What was planned is not what there is to do now. */
final class PlanOutdatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlanOutdatedException() {
        super(
                "The state, the files or the templates are not those that were planned with. Nothing was done; plan again.");
    }
}

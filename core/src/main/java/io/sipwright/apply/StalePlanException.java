package io.sipwright.apply;

import io.sipwright.error.SipwrightException;

/**
 * A plan can't be applied, because what it was made from has moved: the state, the files of the node, or the templates.
 * Nothing was changed on that node.
 */
public final class StalePlanException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    private final String node;
    private final long plannedGeneration;
    private final long presentGeneration;

    StalePlanException(Plan plan, long presentGeneration) {
        super("The plan for the node " + plan.node() + " is out of date: "
                + (plan.generation() == presentGeneration
                        ? "its files, or what is rendered from generation " + presentGeneration
                                + ", are not what they were"
                        : "it was made for generation " + plan.generation() + ", and now there is " + presentGeneration)
                + ". Plan again");
        this.node = plan.node();
        this.plannedGeneration = plan.generation();
        this.presentGeneration = presentGeneration;
    }

    /** Name of the node. */
    public String node() {
        return node;
    }

    /** Number of the state that the plan was made for. */
    public long plannedGeneration() {
        return plannedGeneration;
    }

    /** Number of the state that there is now; the same as planned where something else has moved. */
    public long presentGeneration() {
        return presentGeneration;
    }
}

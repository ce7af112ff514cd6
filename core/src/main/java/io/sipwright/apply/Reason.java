package io.sipwright.apply;

/** What a round is for. */
enum Reason {
    /** Something was changed. */
    CHANGE,
    /** Something was changed while Asterisk does not answer: it is not asked again so soon. */
    CHANGE_WHILE_DOWN,
    /** A failure may have passed. */
    RETRY,
    /** Time has passed. */
    RECONCILE,
    /** Someone wants it. */
    REQUEST
}

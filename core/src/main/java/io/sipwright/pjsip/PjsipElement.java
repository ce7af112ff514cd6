package io.sipwright.pjsip;

/** What a {@link PjsipDocument} is made of: sections, and the comments between them. */
public sealed interface PjsipElement permits Section, Comment {}

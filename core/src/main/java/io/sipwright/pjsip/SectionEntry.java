package io.sipwright.pjsip;

/** What a {@link Section} is made of: options, and the comments above them. */
public sealed interface SectionEntry permits Option, Comment {}

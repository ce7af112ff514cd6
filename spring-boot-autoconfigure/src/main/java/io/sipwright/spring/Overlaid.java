package io.sipwright.spring;

import io.sipwright.reload.Reloader;

/** A reloader that stands before another one of the same Asterisk. */
interface Overlaid extends Reloader {

    /** The one behind it. */
    Reloader behind();

    /** The reloader that is behind all others; a reloader itself if there is none before it. */
    static Reloader innermost(Reloader reloader) {
        return reloader instanceof Overlaid overlaid ? innermost(overlaid.behind()) : reloader;
    }
}

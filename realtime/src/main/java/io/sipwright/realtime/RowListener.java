package io.sipwright.realtime;

import io.sipwright.reload.ObjectKey;

/** Is told of each row that a writing changes, in the course of the caller's transaction. */
interface RowListener {

    void changed(ObjectKey key);

    void removed(ObjectKey key);
}

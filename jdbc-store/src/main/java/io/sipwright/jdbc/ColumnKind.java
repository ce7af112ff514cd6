package io.sipwright.jdbc;

/** What a column can hold, as far as the store needs to know. */
enum ColumnKind {
    TEXT,
    NUMBER,
    BOOLEAN,
    TIME,
    OTHER
}

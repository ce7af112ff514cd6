package io.sipwright.spring;

import io.sipwright.target.RowTarget;

/** The rows that all nodes read that have no files; known also where the module that writes them is not. */
record SharedRows(RowTarget target) {}

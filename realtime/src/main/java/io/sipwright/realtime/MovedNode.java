package io.sipwright.realtime;

import io.sipwright.ami.AmiReloader;
import io.sipwright.target.Target;

/**
 * An Asterisk that is moved.
 *
 * @param name of the node by which the host applies files to it
 * @param rowsName of the node by which the host applies rows to it
 * @param files that are read besides the rows
 * @param reloader of this Asterisk
 */
record MovedNode(String name, String rowsName, Target files, AmiReloader reloader) {}

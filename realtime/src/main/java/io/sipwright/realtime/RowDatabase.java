package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;

/**
 * Where the rows are that a target writes.
 *
 * @param transactions on its connections
 * @param tables their names
 * @param version that all nodes have at least
 * @param stamps whether the tables are said to have columns for them
 */
record RowDatabase(OwnTransactions transactions, Tables tables, AsteriskVersion version, boolean stamps) {}

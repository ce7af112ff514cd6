package io.sipwright.realtime;

import io.sipwright.reload.ObjectKey;

/**
 * A row that we wrote.
 *
 * @param place where it stands
 * @param owner name of the trunk or user that it belongs to
 * @param digest of what we wrote
 */
record LedgerEntry(Place place, String owner, String digest) {

    /**
     * Where a row stands.
     *
     * @param table in which
     * @param id its name, escaped
     */
    record Place(RowTable table, String id) implements Comparable<Place> {

        static Place of(Row row) {
            return new Place(row.table(), row.id());
        }

        /** The object that Asterisk makes of it. */
        ObjectKey key() {
            return new ObjectKey(table.type(), RowText.unescaped(id));
        }

        @Override
        public int compareTo(Place other) {
            int byTable = table.compareTo(other.table);
            return byTable != 0 ? byTable : id.compareTo(other.id);
        }
    }
}

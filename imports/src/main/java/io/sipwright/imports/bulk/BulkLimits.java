package io.sipwright.imports.bulk;

/**
 * How large a bulk file may be.
 *
 * @param bytes of the whole file
 * @param rows objects
 * @param rowLength characters of a row of CSV, or of one text in JSON and YAML
 * @param fields columns of CSV, or members of an object
 */
record BulkLimits(long bytes, int rows, int rowLength, int fields) {

    static final BulkLimits USUAL = new BulkLimits(64L << 20, 100_000, 100_000, 500);

    BulkLimits {
        if (bytes < 1 || rows < 1 || rowLength < 1 || fields < 1) {
            throw new IllegalArgumentException("The limits of a bulk file must be 1 or more: " + bytes + " bytes, "
                    + rows + " rows, " + rowLength + " characters, " + fields + " fields");
        }
    }

    BulkLimits withBytes(long value) {
        return new BulkLimits(value, rows, rowLength, fields);
    }

    BulkLimits withRows(int value) {
        return new BulkLimits(bytes, value, rowLength, fields);
    }

    BulkLimits withRowLength(int value) {
        return new BulkLimits(bytes, rows, value, fields);
    }

    BulkLimits withFields(int value) {
        return new BulkLimits(bytes, rows, rowLength, value);
    }
}

package io.sipwright.jdbc;

import io.sipwright.store.StoreException;

/** A database was not adopted, because something must be mended first. Nothing was changed. */
public final class AdoptionException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient AdoptionReport report;

    AdoptionException(AdoptionReport report) {
        super(Reason.REFUSED, "Something must be mended before this database can be adopted: " + report, null);
        this.report = report;
    }

    public AdoptionReport report() {
        return report;
    }
}

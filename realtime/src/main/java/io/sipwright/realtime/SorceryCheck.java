package io.sipwright.realtime;

import io.sipwright.ami.Inquiry;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Asterisk's files say of where objects are; they may have changed since it was started. */
final class SorceryCheck {

    private static final String RESTART =
            "Put the lines of RealtimeConfiguration into sorcery.conf and extconfig.conf, and restart Asterisk.";

    private final Inquiry asterisk;
    private final Tables tables;
    private final Examined examined;
    private final Set<RowTable> missing = EnumSet.noneOf(RowTable.class);
    private final Set<RowTable> behind = EnumSet.noneOf(RowTable.class);
    private final Set<RowTable> alone = EnumSet.noneOf(RowTable.class);

    SorceryCheck(Inquiry asterisk, Tables tables, Examined examined) {
        this.asterisk = asterisk;
        this.tables = tables;
        this.examined = examined;
    }

    /** The tables that are said to be read; empty if that can't be seen. */
    Optional<Set<RowTable>> run() {
        Set<RowTable> said = EnumSet.noneOf(RowTable.class);
        for (RowTable table : RowTable.values()) {
            Optional<List<String>> wizards =
                    asterisk.config("sorcery.conf", RealtimeConfiguration.section(table), table.type());
            if (wizards.isEmpty()) {
                examined.advice(
                        "sorcery-unknown",
                        "It can't be seen what sorcery.conf says, nor whether registrations are read from rows",
                        "Give the account write=system,reporting, and load func_config.so.");
                return Optional.empty();
            }
            if (isRead(table, wizards.get())) {
                said.add(table);
            }
        }
        tell();
        return Optional.of(said);
    }

    private boolean isRead(RowTable table, List<String> wizards) {
        int rows = first(wizards, "realtime");
        int files = first(wizards, "config");
        if (rows < 0) {
            missing.add(table);
            return false;
        }
        if (files < 0) {
            alone.add(table);
        } else if (files < rows) {
            behind.add(table);
        }
        return isMapped(table, family(wizards.get(rows)));
    }

    private static int first(List<String> wizards, String name) {
        for (int i = 0; i < wizards.size(); i++) {
            if (wizards.get(i).equals(name) || wizards.get(i).startsWith(name + ",")) {
                return i;
            }
        }
        return -1;
    }

    private static String family(String wizard) {
        String[] parts = wizard.split(",", -1);
        return parts.length > 1 ? parts[1].strip() : "";
    }

    private boolean isMapped(RowTable table, String family) {
        List<String> mappings =
                asterisk.config("extconfig.conf", "settings", family).orElse(List.of());
        if (mappings.isEmpty()) {
            examined.error("extconfig-missing", "extconfig.conf does not say where " + family + " is", RESTART);
            return false;
        }
        String[] parts = mappings.get(0).split(",", -1);
        String name = parts.length > 2 && !parts[2].isBlank() ? parts[2].strip() : family;
        if (!bare(name).equals(bare(tables.of(table)))) {
            examined.error(
                    "extconfig-other-table",
                    "extconfig.conf has Asterisk read " + name + ", and rows are written to " + tables.of(table),
                    "Use the same schema and prefix for the target and for RealtimeConfiguration.");
            return false;
        }
        return true;
    }

    private static String bare(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    private void tell() {
        if (!missing.isEmpty()) {
            examined.error(
                    "sorcery-rows", "sorcery.conf does not have Asterisk read rows of " + types(missing), RESTART);
        }
        if (!behind.isEmpty()) {
            examined.warning(
                    "sorcery-order",
                    "sorcery.conf has files before rows for " + types(behind)
                            + ": an object that is in both counts as it is in the file",
                    "Put the lines with realtime first, and restart Asterisk.");
        }
        if (!alone.isEmpty()) {
            examined.warning(
                    "fallback-missing",
                    "sorcery.conf has rows and no file for " + types(alone)
                            + ": objects of files are not there, nor is anything while the database is down",
                    "Put the lines with config of RealtimeConfiguration behind those with realtime, and restart"
                            + " Asterisk.");
        }
    }

    /** Types by name, for a sentence. */
    static String types(Set<RowTable> tables) {
        return String.join(", ", tables.stream().map(RowTable::type).toList());
    }
}

package io.sipwright.realtime;

import io.sipwright.ami.Inquiry;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import io.sipwright.realtime.MoveStep.State;
import io.sipwright.realtime.RealtimeFinding.Severity;
import io.sipwright.realtime.RowsCompared.Difference;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ObserverException;
import io.sipwright.render.Stamps;
import io.sipwright.target.TargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out how far each step of a move is. */
final class MoveLook {

    /** Findings that a restart with the right files mends. */
    private static final Set<String> BEFORE_RESTART =
            Set.of("module-missing", "sorcery-rows", "extconfig-missing", "rows-not-read");

    /** Findings that are no errors elsewhere, but are where files and rows hold the same objects. */
    private static final Set<String> UNSAFE = Set.of("sorcery-order", "sorcery-unknown");

    private final RealtimeTarget rows;
    private final Rendering rendering;
    private final List<MovedNode> nodes;

    MoveLook(RealtimeTarget rows, Rendering rendering, List<MovedNode> nodes) {
        this.rows = rows;
        this.rendering = rendering;
        this.nodes = nodes;
    }

    MoveStep rowsHoldAll() {
        String what = "the rows hold all that is stored";
        try {
            Optional<Difference> difference = new RowsCompared(rows.database(), rendering).look();
            if (difference.isEmpty() && rows.generation() >= 0) {
                return MoveStep.done("", what);
            }
            return open(
                    "", what, rowsToo(), difference.orElse(new Difference("They were not written as a whole", false)));
        } catch (RealtimeException | TargetException e) {
            return new MoveStep(State.BLOCKED, "", what, String.valueOf(e.getMessage()));
        }
    }

    MoveStep filesHoldAll(MovedNode node) {
        String what = "its files hold all that is stored";
        return new FilesCompared(node.files(), rendering)
                .look()
                .map(difference -> open(
                        node.name(),
                        what,
                        "Have the host apply to " + node.name() + " as well, and wait until it has.",
                        difference))
                .orElseGet(() -> MoveStep.done(node.name(), what));
    }

    private static MoveStep open(String node, String what, String todo, Difference difference) {
        return difference.blocks()
                ? new MoveStep(State.BLOCKED, node, what, difference.text())
                : new MoveStep(State.NEXT, node, what, todo + " " + difference.text());
    }

    private String rowsToo() {
        return nodes.stream()
                .map(MovedNode::rowsName)
                .collect(Collectors.joining(", ", "Have the host apply to ", " as well, and wait until it has."));
    }

    MoveStep readsRows(MovedNode node) {
        String what = "Asterisk reads the rows";
        Examined examined = Examined.database();
        new NodeCheck(rows.database(), node.reloader(), examined.on(node.name())).run(true);
        List<RealtimeFinding> wrong = examined.findings().stream()
                .filter(it -> it.severity() == Severity.ERROR || UNSAFE.contains(it.code()))
                .toList();
        if (wrong.isEmpty()) {
            return MoveStep.done(node.name(), what);
        }
        boolean usual = wrong.stream().map(RealtimeFinding::code).allMatch(BEFORE_RESTART::contains);
        String reasons = wrong.stream()
                .map(it -> "[" + it.code() + "] " + it.problem() + ".")
                .collect(Collectors.joining(" "));
        if (holdsNothing(node)) {
            reasons += " Its files hold no objects, so that nobody can register there now.";
        }
        return new MoveStep(
                usual ? State.NEXT : State.BLOCKED,
                node.name(),
                what,
                (usual ? "Put the files of RealtimeConfiguration into place, and restart this Asterisk. " : "")
                        + reasons);
    }

    private static boolean holdsNothing(MovedNode node) {
        try {
            return filed(node).isEmpty();
        } catch (TargetException | PjsipSyntaxException e) {
            return false; // the step of the files tells
        }
    }

    MoveStep readsFiles(MovedNode node) {
        String what = "Asterisk reads no rows, and runs what its files hold";
        try (Inquiry asterisk = node.reloader().inquiry()) {
            Set<RowTable> read = new TreeSet<>(RowProbe.probed());
            read.removeAll(new RowProbe(rows.database()).unseen(asterisk));
            Optional<Set<RowTable>> said =
                    new SorceryCheck(asterisk, rows.database().tables(), Examined.database()).run();
            said.ifPresent(read::addAll);
            if (!read.isEmpty()) {
                return new MoveStep(
                        State.NEXT,
                        node.name(),
                        what,
                        "Take the lines with realtime out of sorcery.conf, and restart this Asterisk. It has "
                                + SorceryCheck.types(read) + " from rows.");
            }
            if (said.isEmpty()) {
                return new MoveStep(State.BLOCKED, node.name(), what, "It can't be seen what sorcery.conf says");
            }
            List<ObjectKey> missing = new RunningLook(asterisk).missing(() -> filed(node));
            return missing.isEmpty()
                    ? MoveStep.done(node.name(), what)
                    : new MoveStep(
                            State.BLOCKED,
                            node.name(),
                            what,
                            "It does not run " + RunningLook.names(missing) + " as the files have it");
        } catch (ObserverException | RealtimeException | TargetException | PjsipSyntaxException e) {
            return new MoveStep(State.BLOCKED, node.name(), what, String.valueOf(e.getMessage()));
        }
    }

    private static Map<ObjectKey, String> filed(MovedNode node) {
        Map<ObjectKey, String> stamps = new LinkedHashMap<>();
        FilesCompared.NAMES.forEach(name -> node.files().read(name, element -> {
            if (element instanceof Section section) {
                stamps.put(
                        FilesCompared.key(section), section.first(Stamps.OPTION).orElse(""));
            }
        }));
        return stamps;
    }

    MoveStep filesAreEmpty(MovedNode node, String what) {
        try {
            return emptied(node).isDone()
                    ? MoveStep.done(node.name(), what)
                    : new MoveStep(State.NEXT, node.name(), what, "Call emptyFiles(\"" + node.name() + "\").");
        } catch (TargetException | PjsipSyntaxException e) {
            return new MoveStep(State.BLOCKED, node.name(), what, String.valueOf(e.getMessage()));
        }
    }

    FilesEmptied emptied(MovedNode node) {
        return new FilesEmptied(node, this::stamps);
    }

    private Map<ObjectKey, String> stamps() {
        Map<ObjectKey, String> stamps = new LinkedHashMap<>();
        rows.standing(row -> row.section()
                .flatMap(section -> section.first(Stamps.OPTION))
                .ifPresent(stamp -> stamps.put(row.key(), stamp)));
        return stamps;
    }

    MoveStep rowsAreDeleted(String what) {
        try {
            List<ObjectKey> left = new ArrayList<>();
            rows.standing(row -> left.add(row.key()));
            return left.isEmpty()
                    ? MoveStep.done("", what)
                    : new MoveStep(State.NEXT, "", what, "Call deleteRows(); there are " + left.size() + " rows.");
        } catch (TargetException e) {
            return new MoveStep(State.BLOCKED, "", what, String.valueOf(e.getMessage()));
        }
    }
}

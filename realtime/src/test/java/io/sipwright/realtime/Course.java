package io.sipwright.realtime;

import io.sipwright.Sipwright;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The changes that a host makes, one after the other; the same each time, so that it is known at any point which users there
 * must be, with which password. Of four, two create users, one gives a user of these or of earlier ones another password, and
 * one deletes a user.
 *
 * @param owner of the changes; part of the names of its users
 */
record Course(String owner) {

    /** What is done to a user. */
    enum Deed {
        CREATE,
        CHANGE,
        DELETE
    }

    /**
     * One change.
     *
     * @param password of a user that is created or changed
     */
    record Step(Deed deed, String name, String password) {

        void make(Sipwright sipwright) {
            switch (deed) {
                case CREATE -> sipwright.users().create(user(name, password));
                case CHANGE ->
                    sipwright
                            .users()
                            .update(
                                    name,
                                    SipUserPatch.builder().secret(password).build());
                case DELETE -> sipwright.users().delete(name);
            }
        }

        /** Whether there is no need to make it, because it was made by a host that was told nothing any more. */
        boolean isMade(Sipwright sipwright) {
            boolean there = sipwright.users().find(name).isPresent();
            return deed == Deed.CREATE && there || deed == Deed.DELETE && !there;
        }
    }

    static SipUserSpec user(String name, String password) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(password)
                .field("qualify_frequency", "0")
                .build();
    }

    Step step(int number) {
        int round = number / 4;
        return switch (number % 4) {
            case 0 -> new Step(Deed.CREATE, stays(round), password(number));
            case 1 -> new Step(Deed.CREATE, goes(round), password(number));
            case 2 -> new Step(Deed.CHANGE, stays(round % 2 == 0 ? round : round / 2), password(number));
            default -> new Step(Deed.DELETE, goes(round), "");
        };
    }

    private String stays(int round) {
        return owner + "_stays" + round;
    }

    private String goes(int round) {
        return owner + "_goes" + round;
    }

    /** Another one for each step; in letters, because one that contains an extension is refused. */
    private static String password(int number) {
        String letters = Integer.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + 'A'))
                .collect(Collectors.joining());
        return "Hz4;kP8^sLb3-" + letters;
    }

    /** The users, with their passwords, after some steps. */
    Map<String, String> usersAfter(int steps) {
        Map<String, String> users = new TreeMap<>();
        for (int i = 0; i < steps; i++) {
            Step step = step(i);
            if (step.deed() == Deed.DELETE) {
                users.remove(step.name());
            } else {
                users.put(step.name(), step.password());
            }
        }
        return users;
    }

    /** The passwords that users had before their present one. */
    Map<String, String> formerPasswords(int steps) {
        Map<String, String> former = new TreeMap<>();
        Map<String, String> now = usersAfter(steps);
        for (int i = 0; i < steps; i++) {
            Step step = step(i);
            if (now.containsKey(step.name()) && !step.password().equals(now.get(step.name()))) {
                former.put(step.name(), step.password());
            }
        }
        return former;
    }

    /** Users that were there and are not any more. */
    Set<String> goneAfter(int steps) {
        Set<String> gone = new TreeSet<>();
        for (int i = 0; i < steps; i++) {
            gone.add(step(i).name());
        }
        gone.removeAll(usersAfter(steps).keySet());
        return gone;
    }
}

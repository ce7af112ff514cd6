package io.sipwright.simulation;

import io.sipwright.store.StoreWriting;
import io.sipwright.store.WritableObjects;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What can be done. Each acts on the object whose name comes last, so that one sequence creates, changes and removes the same
 * object; a new object takes the first free name, so that it comes back after it was removed.
 */
enum Operation {
    CREATE_TRUNK {
        @Override
        void run(StoreWriting writing, int number) {
            writing.trunks().insert(trunk(free(writing.trunks(), "trunk"), number), 1);
        }
    },
    UPDATE_TRUNK {
        @Override
        void run(StoreWriting writing, int number) {
            change(writing, TrunkPatch.builder().context("from-trunk-" + number));
        }
    },
    DELETE_TRUNK {
        @Override
        void run(StoreWriting writing, int number) {
            writing.trunks().delete(last(writing.trunks()).name(), OptionalLong.empty());
        }
    },
    CREATE_USER {
        @Override
        void run(StoreWriting writing, int number) {
            writing.users().insert(user(free(writing.users(), "user"), number), 1);
        }
    },
    UPDATE_USER {
        @Override
        void run(StoreWriting writing, int number) {
            change(writing, SipUserPatch.builder().context("from-user-" + number));
        }
    },
    DELETE_USER {
        @Override
        void run(StoreWriting writing, int number) {
            writing.users().delete(last(writing.users()).name(), OptionalLong.empty());
        }
    },
    /** Of a trunk or of a user by turns. */
    DISABLE {
        @Override
        void run(StoreWriting writing, int number) {
            if (number % 2 == 0) {
                change(writing, TrunkPatch.builder().active(false));
            } else {
                change(writing, SipUserPatch.builder().active(false));
            }
        }
    },
    /** Of a trunk or of a user by turns. */
    ROTATE_SECRET {
        @Override
        void run(StoreWriting writing, int number) {
            if (number % 2 == 0) {
                change(writing, TrunkPatch.builder().password(secret(number)));
            } else {
                change(writing, SipUserPatch.builder().secret(secret(number)));
            }
        }
    };

    /**
     * Does it.
     *
     * @param number of the operation in its sequence, which makes its values differ from those of others
     */
    abstract void run(StoreWriting writing, int number);

    /** All sequences of so many operations. */
    static List<List<Operation>> sequences(int length) {
        List<List<Operation>> sequences = List.of(List.of());
        for (int i = 0; i < length; i++) {
            List<List<Operation>> longer = new ArrayList<>();
            for (List<Operation> sequence : sequences) {
                for (Operation last : values()) {
                    List<Operation> all = new ArrayList<>(sequence);
                    all.add(last);
                    longer.add(List.copyOf(all));
                }
            }
            sequences = longer;
        }
        return sequences;
    }

    /** Three trunks and three users. */
    static void establish(StoreWriting writing) {
        for (int i = 1; i <= 3; i++) {
            writing.trunks().insert(trunk("trunk" + i, 60 + i), 1);
            writing.users().insert(user("user" + i, 70 + i), 1);
        }
    }

    private static TrunkSpec trunk(String name, int number) {
        return TrunkSpec.builder(name, "custom_credential")
                .username("account" + number)
                .password(secret(number))
                .server("sip.example.com")
                .build();
    }

    private static SipUserSpec user(String name, int number) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("10" + number)
                .secret(secret(number))
                .displayName("Anna")
                .build();
    }

    private static String secret(int number) {
        return "Gh5_tYp8+Wn3cBs6" + number;
    }

    private static void change(StoreWriting writing, TrunkPatch.Builder patch) {
        Trunk trunk = last(writing.trunks());
        writing.trunks().update(patch.build().applyTo(trunk.spec()), 1, OptionalLong.empty());
    }

    private static void change(StoreWriting writing, SipUserPatch.Builder patch) {
        SipUser user = last(writing.users());
        writing.users().update(patch.build().applyTo(user.spec()), 1, OptionalLong.empty());
    }

    private static <T> T last(WritableObjects<T, ?> objects) {
        try (Stream<T> all = objects.stream()) {
            return all.reduce((first, second) -> second).orElseThrow();
        }
    }

    private static <T extends ProvisionedObject> String free(WritableObjects<T, ?> objects, String word) {
        int number = 1;
        while (objects.find(word + number).isPresent()) {
            number++;
        }
        return word + number;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

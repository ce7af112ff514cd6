package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.ObjectKind;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.StoreView;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whether a query gives what a filter over all objects gives, for whatever objects and queries. */
abstract class StoreRandomQueryContract extends StoreQueryContract {

    private static final int QUERIES = 400;
    private static final String NAMES = "aAbBzZ019-_.";
    private static final String TEXTS = "aAbB1%_!'\"\\ -.";
    private static final List<String> TEMPLATES = List.of("basic_user", "webrtc_user", "trusted_device");

    private static String random(Random random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest) + 1; i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static SipUserSpec spec(Random random) {
        return user("x" + random(random, NAMES, 6)).toBuilder()
                .template(TEMPLATES.get(random.nextInt(TEMPLATES.size())))
                .active(random.nextBoolean())
                .extension(Integer.toString(random.nextInt(200)))
                .field("callerid", random(random, TEXTS, 8))
                .build();
    }

    private static ObjectQuery query(Random random) {
        ObjectQuery query = ObjectQuery.all();
        if (random.nextInt(3) == 0) {
            query = query.active(random.nextBoolean());
        }
        if (random.nextInt(3) == 0) {
            query = query.template(TEMPLATES.get(random.nextInt(TEMPLATES.size())));
        }
        if (random.nextInt(3) > 0) {
            query = query.text(random(random, TEXTS, 3));
        }
        if (random.nextInt(3) == 0) {
            query = query.after("x" + random(random, NAMES, 3));
        }
        return random.nextInt(3) == 0 ? query.limit(random.nextInt(20) + 1) : query;
    }

    @Test
    void a_query_gives_what_a_filter_gives() {
        Random random = new Random(4711);
        Map<String, SipUserSpec> specs = new TreeMap<>(); // no name twice, in whatever case
        for (int i = 0; i < 300; i++) {
            SipUserSpec spec = spec(random);
            specs.put(spec.name().toLowerCase(Locale.ROOT), spec);
        }
        upsert(List.copyOf(specs.values()));

        store.read(view -> {
            for (int i = 0; i < QUERIES; i++) {
                compare(view, query(random));
            }
            return 0;
        });
    }

    private static void compare(StoreView view, ObjectQuery query) {
        List<SipUser> asked;
        try (var users = view.users().stream()) {
            asked = users.filter(user -> query.matches(ObjectKind.USER, user.spec()))
                    .toList();
        }
        List<SipUser> page = asked.stream()
                .filter(user -> query.after()
                        .map(after -> user.name().compareTo(after) > 0)
                        .orElse(true))
                .limit(query.limit())
                .toList();
        String shown = query.active() + " " + query.template() + " " + query.text() + " " + query.after();
        assertThat(view.users().list(query)).as(shown).isEqualTo(page);
        assertThat(view.users().count(query)).as(shown).isEqualTo(asked.size());
    }
}

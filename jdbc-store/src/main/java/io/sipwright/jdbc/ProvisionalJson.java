package io.sipwright.jdbc;

import io.sipwright.store.Provisional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Provisional changes as they stand in the row of the state. */
final class ProvisionalJson {

    private ProvisionalJson() {}

    static String write(Provisional provisional) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("base", provisional.base());
        members.put("deadline", provisional.deadline().toString());
        members.put("actor", provisional.actor());
        members.put("token", provisional.token());
        return StateJson.write(members);
    }

    static Provisional read(String text) {
        Map<String, @Nullable Object> members = StateJson.read(text, "(provisional)");
        return new Provisional(
                Long.parseLong(String.valueOf(members.get("base"))),
                Instant.parse(String.valueOf(members.get("deadline"))),
                String.valueOf(members.get("actor")),
                String.valueOf(members.get("token")));
    }
}

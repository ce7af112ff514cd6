package io.sipwright.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A secret shows itself through one method only. */
class SecretTest {

    private static final Secret CANARY = Secret.of("canary-7391");

    /** As a record of a host would hold it. */
    record Account(String user, Secret secret) {}

    @Test
    void reveals_its_text_on_demand() {
        assertThat(CANARY.reveal()).isEqualTo("canary-7391");
    }

    @Test
    void is_masked_wherever_text_is_made_of_it() {
        assertThat(List.of(
                        CANARY.toString(),
                        String.valueOf(CANARY),
                        "secret: " + CANARY,
                        String.format("%s", CANARY),
                        new Account("alice", CANARY).toString(),
                        Map.of("secret", CANARY).toString(),
                        new IllegalStateException("refused " + CANARY).toString()))
                .allSatisfy(text -> assertThat(text).contains(Secret.MASK).doesNotContain("canary"));
    }

    @Test
    void is_masked_in_json() {
        String json = JsonMapper.shared().writeValueAsString(new Account("alice", CANARY));

        assertThat(json).isEqualTo("{\"user\":\"alice\",\"secret\":\"********\"}");
    }

    @Test
    void is_read_from_json() {
        Account account = JsonMapper.shared().readValue("{\"user\":\"a\",\"secret\":\"canary-7391\"}", Account.class);

        assertThat(account.secret()).isEqualTo(CANARY);
    }

    @Test
    void json_of_the_wrong_type_is_refused_without_showing_it() {
        assertThatThrownBy(() ->
                        JsonMapper.shared().readValue("{\"user\":\"a\",\"secret\":[\"canary-7391\"]}", Account.class))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary-7391"));
    }

    @Test
    void equals_by_text_and_hashes_all_alike() {
        assertThat(CANARY).isEqualTo(Secret.of("canary-7391")).hasSameHashCodeAs(Secret.of("other"));
        assertThat(CANARY).isNotEqualTo(Secret.of("canary-7392")).isNotEqualTo(Secret.of("canary-739"));
        assertThat(CANARY.equals((Object) "canary-7391")).isFalse();
        assertThat(Secret.of("é")).isEqualTo(Secret.of("é")).isNotEqualTo(Secret.of("e\u0301"));
    }

    @Test
    void cannot_be_serialized() throws IOException {
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(CANARY)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void is_never_null() {
        assertThatThrownBy(() -> Secret.of(null)).isInstanceOf(NullPointerException.class);
    }
}

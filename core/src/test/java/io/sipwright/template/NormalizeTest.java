package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.secret.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one form in which values are stored. */
class NormalizeTest {

    private static FieldValue normalized(FieldType type, FieldValue value) {
        return FieldCheck.normalize(FieldTypes.field(type, null, null), value);
    }

    @ParameterizedTest
    @CsvSource({"yes,yes", "TRUE,yes", "On,yes", "1,yes", "no,no", "False,no", "OFF,no", "0,no", "maybe,maybe"})
    void booleans_are_yes_or_no(String given, String stored) {
        assertThat(normalized(FieldType.BOOLEAN, FieldValue.of(given))).isEqualTo(FieldValue.of(stored));
    }

    @Test
    void lists_of_hosts_and_networks_are_split() {
        assertThat(normalized(FieldType.HOSTS, FieldValue.of("a, b"))).isEqualTo(FieldValue.of(List.of("a", "b")));
        assertThat(normalized(FieldType.NETWORKS, FieldValue.of(List.of("192.0.2.1,192.0.2.2", "192.0.2.3"))))
                .isEqualTo(FieldValue.of(List.of("192.0.2.1", "192.0.2.2", "192.0.2.3")));
    }

    @Test
    void codecs_and_mailboxes_are_joined() {
        assertThat(normalized(FieldType.CODECS, FieldValue.of(List.of("ulaw", "alaw"))))
                .isEqualTo(FieldValue.of("ulaw,alaw"));
        assertThat(normalized(FieldType.CODECS, FieldValue.of("ulaw, alaw"))).isEqualTo(FieldValue.of("ulaw,alaw"));
        assertThat(normalized(FieldType.MAILBOXES, FieldValue.of("1@a, 2@b"))).isEqualTo(FieldValue.of("1@a,2@b"));
    }

    @Test
    void secrets_are_marked() {
        assertThat(normalized(FieldType.SECRET, FieldValue.of("a"))).isEqualTo(FieldValue.of(Secret.of("a")));
    }

    @ParameterizedTest
    @EnumSource
    void is_done_once_and_for_all(FieldType type) {
        for (String text : List.of("a", "yes", "a, b", "", "a,,b", " a ")) {
            FieldValue once = normalized(type, FieldValue.of(text));
            assertThat(normalized(type, once)).isEqualTo(once);
        }
    }

    @Test
    void a_template_leaves_fields_alone_that_it_does_not_have() {
        FieldValues given = FieldValues.of(Map.of("unheard", FieldValue.of("a, b")));

        assertThat(TemplateCatalog.shipped().provider("telnyx").orElseThrow().normalize(given))
                .isEqualTo(given);
    }
}

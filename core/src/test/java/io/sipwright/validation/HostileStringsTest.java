package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.PjsipText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The corpus is as large and as mixed as it claims. */
class HostileStringsTest {

    private static final List<String> ALL = HostileStrings.all();

    @Test
    void are_at_least_500_and_all_different() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
    }

    @Test
    void some_can_be_written_and_some_cannot() {
        List<String> written = ALL.stream()
                .filter(text -> PjsipText.refuseValue("realm", text).isEmpty())
                .toList();

        assertThat(written).hasSizeBetween(200, ALL.size() - 100);
    }
}

package io.sipwright.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same as {@code diff -u}. */
class UnifiedDiffTest {

    @Test
    void nothing_for_the_same() {
        assertThat(UnifiedDiff.of("a", "1\n2\n", "b", "1\n2\n")).isEmpty();
    }

    @Test
    void two_places_far_apart() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
        String after = "1\nzwei\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n";

        assertThat(UnifiedDiff.of("old", before, "new", after)).isEqualTo("""
                --- old
                +++ new
                @@ -1,5 +1,5 @@
                 1
                -2
                +zwei
                 3
                 4
                 5
                @@ -10,3 +10,4 @@
                 10
                 11
                 12
                +13
                """);
    }

    @Test
    void from_nothing_and_to_nothing() {
        assertThat(UnifiedDiff.of("a", "", "b", "1\n")).isEqualTo("--- a\n+++ b\n@@ -0,0 +1,1 @@\n+1\n");
        assertThat(UnifiedDiff.of("a", "1\n", "b", "")).isEqualTo("--- a\n+++ b\n@@ -1,1 +0,0 @@\n-1\n");
    }

    @Test
    void a_missing_line_feed_at_the_end_is_a_difference() {
        assertThat(UnifiedDiff.of("a", "1\n", "b", "1")).contains("+\\ No newline at end of file");
    }
}

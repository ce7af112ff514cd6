package io.sipwright.imports.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Mutated files: each gives a preview, and storing it a result or {@link BulkFileException}. {@code -Dfuzz=1000000} tries more
 * of them than the usual 30,000.
 */
class BulkFuzzTest {

    private static final int TRIES = Integer.getInteger("fuzz", 30_000) / BulkFormat.values().length;

    private static final List<String> CSV = List.of(
            "username,extension,secret,codecs,notes\nanna,1001,Vk7#qLw2-Zr9xTm4,\"alaw,ulaw\",\"a\"\"b\nc\"\nbert,1002,x,,\n",
            "sep=;\r\ntrunk_name;provider;username;password\r\nt;telnyx;acc77;Gh5_tYp8+Wn3cBs6\r\n");
    private static final List<String> JSON = List.of(
            "[{\"username\":\"anna\",\"extension\":1001,\"secret\":\"Vk7#qLw2-Zr9xTm4\",\"codecs\":[\"alaw\"],"
                    + "\"overrides\":{\"endpoint.direct_media\":\"no\"}}]",
            "{\"trunks\":[{\"trunk_name\":\"t\",\"provider\":\"telnyx\",\"username\":\"acc77\",\"auth_type\":\"ip\"}],"
                    + "\"users\":[{\"username\":\"b\",\"extension\":1e3,\"is_active\":null}]}");
    private static final List<String> YAML = List.of(
            "users:\n- username: anna\n  extension: 0012\n  secret: 'Vk7#qLw2-Zr9xTm4'\n  overrides:\n    endpoint.direct_media: no\n",
            "- &a {username: b, extension: 1_0, notes: |\n    x\n    y\n  , codecs: [alaw, ulaw]}\n- *a\n- !!set {x: y}\n");

    private static final List<String> TOKENS = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\n",
            "\r",
            "\t",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            "&a ",
            "*a",
            "!!x ",
            "? ",
            "<<: ",
            "|\n",
            ">\n",
            "%",
            "---\n",
            "...\n",
            "null",
            "~",
            "1e9",
            "0x",
            "-",
            "+.inf",
            "\u0000",
            "\uFEFF",
            "\\u",
            "\\ud800",
            "overrides",
            "username",
            "name",
            ".",
            "#",
            "'",
            "`",
            "@",
            "\u0085",
            "\u2028");

    private static byte[] mutated(String seed, Random random) {
        byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + random.nextInt(8));
            bytes = switch (random.nextInt(5)) {
                case 0 -> spliced(bytes, from, to, new byte[0]);
                case 1 -> spliced(bytes, from, from, token(random));
                case 2 -> spliced(bytes, from, to, token(random));
                case 3 -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, 0, Math.min(bytes.length, 60)));
                default ->
                    spliced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            };
        }
        return bytes;
    }

    private static byte[] token(Random random) {
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return token.repeat(random.nextInt(20) == 0 ? 300 : 1).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] result = new byte[bytes.length - (to - from) + between.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(between, 0, result, from, between.length);
        System.arraycopy(bytes, to, result, from + between.length, bytes.length - to);
        return result;
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nothing_but_a_result_or_the_documented_exception(BulkFormat format) {
        List<String> seeds = switch (format) {
            case CSV -> CSV;
            case JSON -> JSON;
            case YAML -> YAML;
        };
        String file = "f." + format.name().toLowerCase(java.util.Locale.ROOT);
        BulkBench bench = new BulkBench();
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = mutated(seeds.get(i % seeds.size()), new Random(i));
            try {
                // A thread of its own for each file would take longer than the file.
                tried(bench, file, bytes);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("Try " + i + ": " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
    }

    private static void tried(BulkBench bench, String file, byte[] bytes) {
        BulkPreview preview = bench.preview(file, bytes, settings -> settings.maxRowLength(500));
        assertThat(preview.toString()).isNotEmpty();
        try {
            preview.store();
            assertThat(preview.problems()).isEmpty();
        } catch (BulkFileException e) {
            assertThat(e.problems()).isNotEmpty();
        }
        try {
            preview.storeValid();
            assertThat(preview.isWhole()).isTrue();
        } catch (BulkFileException e) {
            assertThat(preview.isWhole()).isFalse();
        }
    }
}

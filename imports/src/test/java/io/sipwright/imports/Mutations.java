package io.sipwright.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Configurations of the corpus, made wrong in many ways. The same number makes the same text. */
final class Mutations {

    private static final int LARGEST = 100_000;

    private static final List<String> TOKENS = List.of(
            "[",
            "]",
            "(",
            ")",
            "(!)",
            "(+)",
            "(+type=aor)",
            "(a)",
            "()",
            "\n[a](",
            "\n[a](!)\n",
            "\n[a](+)\n",
            "\n[](+)\n",
            "=",
            "=>",
            "+=",
            " += ",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\0",
            ";",
            ";--",
            "--;",
            ";;",
            "\\;",
            "\\",
            "\"",
            "<",
            ">",
            ",",
            "|",
            "!",
            "!all",
            "all",
            "&",
            "@",
            ":",
            "/",
            "/32",
            "::",
            "${REMOTE_HOST}",
            "${",
            "$[",
            "#include a\n",
            "\n#exec /bin/false\n",
            "\n#tryinclude *\n",
            "\n#",
            "\uFEFF",
            "\u00E9",
            "\u0000",
            "\uD83D\uDE00",
            "\ntype=endpoint\n",
            "\ntype=aor\n",
            "\ntype=auth\n",
            "\ntype=identify\n",
            "\ntype=registration\n",
            "\ntype=wizard\n",
            "\ntype=transport\n",
            "type",
            "\nallow=!all,ulaw:20\n",
            "\ndisallow=all\n",
            "\nauth=a,b,a\n",
            "\naors=",
            "\nendpoint=",
            "\nmatch=10.0.0.0/255.0.255.0\n",
            "\nmatch=2001:db8::/129\n",
            "\ncontact=sip:a:b@[::1]:5060;x=y\n",
            "\ncallerid=\"a\\\"b\" <1> <2>\n",
            "\nset_var=A=B=C\n",
            "\n@x=y\n",
            "\nremote_hosts=a,,b:1,\n",
            "\nsends_auth=yes\n",
            "\nsends_registrations=yes\n",
            "\naccepts_auth=yes\n",
            "endpoint/",
            "registration/",
            "99999999999999999999",
            "-1",
            "1e9",
            "%n",
            "%s",
            "yes",
            "no");

    private final List<byte[]> seeds;

    Mutations() {
        seeds = Stream.of(Corpus.good(), Corpus.broken(), List.of(Path.of("src/test/resources/wizards")))
                .flatMap(List::stream)
                .flatMap(directory -> ConfigurationDirectory.read(directory).files().values().stream())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .filter(bytes -> bytes.length > 0)
                .toList();
    }

    int seeds() {
        return seeds.size();
    }

    /** As a file may be that holds anything but UTF-8 as well. */
    byte[] of(long number) {
        Random random = new Random(number);
        byte[] bytes = seed(random);
        int changes = 1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 6);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, random);
            if (bytes.length > LARGEST) {
                bytes = cut(bytes, 0, LARGEST);
            }
        }
        return bytes;
    }

    private byte[] seed(Random random) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(random.nextBoolean() ? 4 : 200));
        byte[] piece = cut(bytes, from, to);
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                spliced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(bytes, from, to, new byte[0]);
            case 3, 4, 5 -> spliced(bytes, from, from, token(random).getBytes(StandardCharsets.UTF_8));
            case 6 -> spliced(bytes, from, to, token(random).getBytes(StandardCharsets.UTF_8));
            case 7 -> spliced(bytes, from, from, repeated(piece, random));
            case 8 -> spliced(bytes, random.nextInt(bytes.length + 1), to, piece);
            case 9 -> spliced(cut(bytes, 0, from), from, from, tail(seed(random), random));
            case 10 -> lineMoved(bytes, random);
            default -> random.nextInt(40) == 0 ? grown(bytes, random) : flipped(bytes, random);
        };
    }

    private static String token(Random random) {
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return token.repeat(random.nextInt(100) == 0 ? 3_000 : random.nextInt(10) == 0 ? 20 : 1);
    }

    private static byte[] repeated(byte[] piece, Random random) {
        return new String(piece, StandardCharsets.ISO_8859_1)
                .repeat(random.nextInt(100) == 0 ? 400 : 1 + random.nextInt(3))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] tail(byte[] bytes, Random random) {
        return cut(bytes, random.nextInt(bytes.length), bytes.length);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] result = bytes.clone();
        result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
        return result;
    }

    private static byte[] lineMoved(byte[] bytes, Random random) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        String line = lines.get(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What few bytes can become: long chains of templates, thousands of sections, very long lines. */
    private static byte[] grown(byte[] bytes, Random random) {
        int count = 500 + random.nextInt(1_500);
        StringBuilder text = new StringBuilder("\n[t0](!)\ntype=endpoint\nauth=a\n");
        for (int i = 1; i <= count; i++) {
            switch (random.nextInt(5)) {
                case 0 ->
                    text.append("[t")
                            .append(i)
                            .append("](!,t")
                            .append(random.nextInt(i))
                            .append(")\nx=y\n");
                case 1 ->
                    text.append("[e")
                            .append(i)
                            .append("](t")
                            .append(random.nextInt(i))
                            .append(")\n");
                case 2 -> text.append("[e").append(random.nextInt(i)).append("]\ntype=aor\ncontact=sip:h\n");
                case 3 -> text.append("[t").append(i).append("](!)\ntype=wizard\nremote_hosts+=,h\n");
                default ->
                    text.append("callerid=")
                            .append("a ".repeat(random.nextInt(100)))
                            .append("\n[t")
                            .append(i)
                            .append("](!)\n");
            }
        }
        byte[] more = text.toString().getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length + 1);
        return spliced(bytes, at, at, more);
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, Math.max(from, to));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        int end = Math.max(from, to);
        byte[] result = new byte[from + between.length + bytes.length - Math.min(bytes.length, end)];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(between, 0, result, from, between.length);
        System.arraycopy(
                bytes,
                Math.min(bytes.length, end),
                result,
                from + between.length,
                bytes.length - Math.min(bytes.length, end));
        return result;
    }
}

package io.sipwright.web.openapi;

import java.util.List;
import java.util.stream.Stream;

/** Values that want something else. */
final class Hostile {

    private Hostile() {}

    /** Texts. */
    static final List<String> TEXTS = List.of(
            "'; DROP TABLE ps_sip_users; --",
            "x' OR '1'='1",
            "x\r\n[evil]\r\ntype=endpoint",
            "x\n#include /etc/passwd",
            "[evil](!)",
            "#exec id",
            "a;--",
            "\0",
            "a\0b",
            "%00",
            "%0d%0aX-Evil: 1",
            "../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "..\\..\\x",
            "${jndi:ldap://127.0.0.1/x}",
            "${secret}",
            "{{7*7}}",
            "#{7*7}",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "<script>alert(1)</script>",
            "\ud800",
            "a\udc00\ud800b",
            "\ud83d\ude00",
            "\u202eevil",
            "\u2028",
            "\u001b[2J",
            "\u009b",
            "ı",
            "%s%n%x",
            "\"",
            "\\",
            "=",
            ",",
            "-1",
            "99999999999999999999",
            " ",
            "",
            "null",
            "x".repeat(5000));

    /** JSON that is no text, or not the one that is expected. */
    static final List<String> JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e999999999",
            "-0.0",
            "2147483648",
            "9223372036854775808",
            "9".repeat(2000),
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[\"a\", 1, true]",
            "[\"\\u0000\"]",
            "{\"a\": {\"b\": []}}",
            "{\"__proto__\": 1}",
            "[" + "\"x\",".repeat(3000) + "\"x\"]",
            "[".repeat(10_000) + "]".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));

    /** Bodies as a whole. */
    static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "\"x\"",
            "1",
            "{",
            "{}",
            "{\"\": 1}",
            "{\"a\": 1, \"a\": 2}",
            "{'a': 1}",
            "{\"a\": NaN}",
            "{\"a\": 1} {}",
            "{\"a\": \"\\ud800\"}",
            "{\"\\u0000\": \"\\u0000\"}",
            "{\"generation\": -1}",
            "{\"generation\": 9223372036854775807}",
            "{\"generation\": 1e400}",
            "{\"trunks\": [null, 1, []], \"users\": {}}",
            "{\"trunks\": [" + "{},".repeat(1000) + "{}]}",
            "<x/>",
            "a=b&c=d",
            "\ufeff{}",
            "[".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));

    /** Headers as a whole. */
    static final List<String> HEADERS = List.of(
            "If-Match: \"",
            "If-Match: W/\"1\"",
            "If-Match: \"99999999999999999999\"",
            "If-Match: \"1\", \"x\", *",
            "If-Match: ;',--",
            "If-Match: \"1\" X-Evil: 1",
            "If-Match: " + "\"1\", ".repeat(300) + "\"1\"",
            "If-None-Match: \"",
            "Accept: application/xml",
            "Accept: text/html, image/png",
            "Accept: */",
            "Accept: application/json;q=x",
            "Accept: " + "a/b,".repeat(500) + "c/d",
            "Content-Type: text/xml",
            "Content-Type: text/plain",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: /",
            "Content-Encoding: gzip",
            "Range: bytes=0-1",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-Host: evil.invalid",
            "X-Forwarded-Prefix: //evil.invalid",
            "Cookie: JSESSIONID=../../x",
            "Accept-Language: ../../x",
            "Expect: 100-something");

    /** What stands for a text in JSON, unpaired surrogates and all. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c >= 127) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    static List<String> values() {
        return Stream.concat(TEXTS.stream().map(Hostile::quoted), JSON.stream()).toList();
    }
}

package io.sipwright.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Strings that have broken programs of this kind: made to end a line, open a section, start a comment, be expanded,
 * looked up, escaped twice, cut, or simply not be seen. All of them made here, most of them by combination.
 */
public final class HostileStrings {

    private static final List<String> LINE_ENDS = List.of(
            "\n", "\r", "\r\n", "\n\r", "\n\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\\n", "%0a", "&#10;");

    private static final List<String> PAYLOADS = List.of(
            "[evil]",
            "type=endpoint",
            "#include /etc/passwd",
            "#exec /bin/id",
            "auth=",
            "permit=0.0.0.0/0",
            "; x",
            "@rev=0");

    /** Characters that mean something to the file, to SIP or to a shell. */
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static final List<String> ALL = make();

    private HostileStrings() {}

    /** All of them, each once. */
    public static List<String> all() {
        return ALL;
    }

    private static List<String> make() {
        Set<String> all = new LinkedHashSet<>();
        Stream.of(lines(), controls(), comments(), sections(), punctuation(), expansions(), injections())
                .forEach(all::addAll);
        Stream.of(unicode(), blanks(), lengths(), numbers(), words(), addresses())
                .forEach(all::addAll);
        return List.copyOf(all);
    }

    /** The items of a text that are parted by two blanks. */
    private static List<String> split(String items) {
        return List.of(items.split("  "));
    }

    /** A line end of every kind, with what could follow it. */
    static List<String> lines() {
        List<String> made = new ArrayList<>();
        for (String end : LINE_ENDS) {
            made.addAll(List.of(end, "a" + end, end + "a", "a" + end + "b", "a" + end + "[evil]"));
        }
        for (String end : List.of("\n", "\r", "\r\n", "\u2028")) {
            PAYLOADS.forEach(payload -> made.add("a" + end + payload));
        }
        return made;
    }

    /** Every control character. */
    static List<String> controls() {
        return IntStream.concat(IntStream.range(0, 0x20), IntStream.rangeClosed(0x7f, 0x9f))
                .mapToObj(Character::toString)
                .map(control -> "a" + control + "b")
                .toList();
    }

    static List<String> comments() {
        List<String> marks =
                List.of(";", ";;", ";--", "--;", ";-- x --;", ";---", "\\;", "\\\\;", "\\", "\\\\", "--", "//", "/*");
        List<String> made = new ArrayList<>();
        marks.forEach(mark -> made.addAll(List.of(mark, "a" + mark, mark + "a", "a " + mark + " b", mark + mark)));
        made.addAll(List.of(
                "a\\;--b", "a;--b\\", ";--;--;--", "--;--;--;", "a\\\\\\;", "; === END TRUNK: t ===", ";!", "a;b;c"));
        return made;
    }

    static List<String> sections() {
        return split("[  ]  []  [a]  a]  [a  ](!)  [a](!)  [a](+)  [a](b)  a](+)  [general]  [global]  "
                + "[a]type=auth  (!)  (+)  (a,b)  #include a  #include \"a\"  #tryinclude a  #exec id  "
                + "#exec \"id\"  #  # a  =  ==  =>  => a  > a  >  >>  +=  += a  a=b  a = b  a=>b  "
                + "type=endpoint  @rev  @rev=1  @  a@b  include => a  allow=all  =;  >;  =\\;");
    }

    static List<String> punctuation() {
        return PUNCTUATION
                .chars()
                .mapToObj(Character::toString)
                .flatMap(mark -> Stream.of(mark, "a" + mark + "b", mark.repeat(9)))
                .toList();
    }

    static List<String> expansions() {
        return split("${name}  ${password}  ${secret}  ${server}  ${item}  ${  }  ${}  $${name}  ${${name}}  "
                + "a${name}b  ${EXTEN}  ${ENV(PATH)}  ${SHELL(id)}  $[1+1]  $1  $0  \\1  #{name}  {{name}}  "
                + "<%= name %>  %{name}  %s  %n  %x  %1$s  %99999999d  {0}  {0,number}  {  {}  $(id)  `id`  "
                + "!id  ~root  *  ?  [a-z]*  %PATH%  $HOME  ${jndi:ldap://a/b}  #{7*7}  ${7*7}");
    }

    static List<String> injections() {
        return split("' OR '1'='1  '; DROP TABLE t; --  \" OR \"\"=\"  a'--  1;SELECT 1  a\\'b  %27  "
                + "<script>alert(1)</script>  <img src=x onerror=y>  &lt;b&gt;  &amp;  <!-- a -->  "
                + "<![CDATA[a]]>  <!DOCTYPE a>  <?xml a?>  </a>  *)(uid=*  (&(a=b))  {\"a\":\"b\"}  "
                + "\",\"a\":\"  [1,2]  null  \"  '  \"\"  a\"b  a'b  \\\"  \\u0000  \\x00  %00  "
                + "%0d%0aVia: x  Via: SIP/2.0/UDP a  a>;tag=b  <sip:a@b>  sip:a@b;lr  a@b@c  "
                + "\"A\" <sip:a@b>  a;transport=tcp  ../../etc/passwd  ..\\..\\a  /etc/passwd\u0000.pem  "
                + "....//  C:\\a  \\\\a\\b  file:///a  http://a/b?c=d&e=f#g  a|b  a&&b  a||b  a`b`  -rf  "
                + "--help  rasterisk -x  Action: Logoff  Secret: a  a: b  a,b  a,,b  ,  a, b  () { :;}; a  "
                + "=1+1  @SUM(1)  +1  -1");
    }

    static List<String> unicode() {
        List<String> made = new ArrayList<>(
                split("é  e\u0301  ß  İ  ı  ǅ  ﬁ  Ａ  ａ１  аdmin  аlice  раypal  日本語  עברית  العربية  ไทย  😀  "
                        + "👩‍👩‍👧  🇩🇪  👍🏽  \ud83d  \ude00  a\ud83d  \ude00\ud83d  \uffff  \ufffe  \ufdd0  \ufeff  "
                        + "\ufeffa  a\ufeff  \ue000  \udbff\udfff  Z͑ͫ̓ͪ̂ͫ̽͏  a\u0301\u0301\u0301\u0301  \u0301a  𝕒  "
                        + "①  Ⅷ  ½  ٣  १२३  １２３  ․  ‚  ；  ［a］  ＝  ＞  ＃  ﹔  \u037e  ﬀ  №  ™  \u1e9e  ſ"));
        for (int hidden : new int[] {
            0x00ad, 0x034f, 0x061c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202d, 0x202e,
            0x2060, 0x2063, 0x2066, 0x2068, 0x2069, 0x206f, 0xfe0f, 0xfff9, 0x1d173, 0xe0001, 0xe0041, 0x115f, 0x3164,
            0xffa0
        }) {
            made.add("a" + Character.toString(hidden) + "b");
            made.add(Character.toString(hidden));
        }
        return made;
    }

    static List<String> blanks() {
        List<String> made = new ArrayList<>(List.of("", " ", "  ", "a b", "a  b"));
        for (int blank : new int[] {' ', '\t', 0xa0, 0x1680, 0x2000, 0x2007, 0x2009, 0x200a, 0x202f, 0x205f, 0x3000}) {
            String text = Character.toString(blank);
            made.addAll(List.of(text, text + "a", "a" + text, "a" + text + "b"));
        }
        return made;
    }

    /** Around every limit there is. */
    static List<String> lengths() {
        List<String> made = new ArrayList<>();
        for (int length : new int[] {
            15, 16, 17, 20, 21, 63, 64, 70, 71, 79, 80, 81, 100, 101, 127, 128, 200, 245, 246, 255, 256, 511, 512, 4096,
            8170, 8180, 8185, 8189, 8190, 8191, 8192, 65_536
        }) {
            made.add("x".repeat(length));
        }
        for (int length : new int[] {15, 20, 79, 100, 255, 8192}) {
            made.add("7".repeat(length));
            made.add("é".repeat(length / 2));
            made.add(";".repeat(length / 2));
        }
        made.add("😀".repeat(2050));
        made.add("a,".repeat(4095) + "a");
        made.add("(".repeat(1000));
        return made;
    }

    static List<String> numbers() {
        return split("0  -0  1  -1  00  007  1.0  1e9  1E400  0x1F  0b1  1_000  1,000  1.000,00  +1  --1  "
                + "2147483647  2147483648  -2147483649  4294967295  4294967296  9223372036854775807  "
                + "9223372036854775808  99999999999999999999  NaN  Infinity  -Infinity  1/0  ٣  65535  "
                + "65536  1e-9  ١٢٣٤");
    }

    static List<String> words() {
        return split("null  NULL  nil  None  undefined  true  TRUE  false  yes  no  on  off  y  n  all  !all  "
                + "default  general  global  system  anonymous  anonymous@example.com  transport-udp  "
                + "endpoint  auth  aor  identify  registration  type  CON  NUL  aux.txt  .  ..  root  admin  "
                + "constructor  __proto__  toString  hasOwnProperty  ulaw,alaw  ulaw;alaw  digest  userpass  "
                + "md5  line  none  ip");
    }

    static List<String> addresses() {
        return split("0.0.0.0/0  ::/0  127.0.0.1  255.255.255.255  192.0.2.1/33  192.0.2.1:5060  010.1.1.1  "
                + "1.2.3  1.2.3.4.5  0x7f.1  2130706433  [::1]  ::1  [::1]:5060  [  ::ffff:192.0.2.1  "
                + "fe80::1%eth0  a..b  -a  a-  a_b  xn--a  localhost  example.com.  example.com:0  "
                + "example.com:65536  user@example.com  sip:  sip:a  sip:a;b=c  sips:a?b=c  sip:a@b:5060;lr  "
                + "tel:+1555  1001@default  1001@default,1002@x  \"A\" <1>  A <1>  <1>  /a  //  /../a  "
                + "+15551234567  +1 555  15551234567890123");
    }
}

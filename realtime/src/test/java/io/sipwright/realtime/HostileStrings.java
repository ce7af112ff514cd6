package io.sipwright.realtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Strings made to end a value, a statement, a line or a section, to be expanded, looked up, escaped twice, cut, or not to be
 * seen. The kinds are those of core's tests; what columns and their escaping could misread has been added.
 */
final class HostileStrings {

    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private HostileStrings() {}

    /** All of them, each once. */
    static List<String> all() {
        Set<String> all = new LinkedHashSet<>();
        Stream.of(columns(), statements(), lines(), comments(), sections(), punctuation(), expansions())
                .forEach(all::addAll);
        Stream.of(protocols(), unicode(), blanks(), lengths(), words()).forEach(all::addAll);
        return List.copyOf(all);
    }

    /** The items of a text that are parted by two blanks. */
    private static List<String> split(String items) {
        return List.of(items.split("  "));
    }

    /** What a column parts, and what escapes there. */
    private static List<String> columns() {
        return split(
                ";  ;;  a;  ;a  a;b  a;b;c;  a; b  ^  ^^  a^  ^a  ^3B  ^3b  a^3Bb  ^5E  ^5E3B  ^^3B  ^3  ^3G  ^zz  ^00  "
                        + "^0A  ^0D^0A  ^20  ^ 3B  %3B  %5E  &#59;  \\x3b  \\;  \\^  ^3B^3B  a,b  a,,b  ,  ,a  a|b  NULL  null  \\N  "
                        + "{a,b}  \"a\"  a\\000b  \\\\x41");
    }

    private static List<String> statements() {
        return split(
                "'  ''  a'b  a''b  '  a\\'b  \\'  \\''  ' OR '1'='1  '; DROP TABLE ps_auths; --  a'--  1;SELECT 1  "
                        + "\" OR \"\"=\"  \"; --  a\"b  '||'a  '+(SELECT 1)+'  $$a$$  $1  ?  :a  E'\\n'  U&'\\0041'  a/*b*/c  -- a  %  "
                        + "_  %%  a%b  a_b  a%  %a  LIKE '%'  ESCAPE '\\'  \\%  \\_  ps_auths  public.ps_auths  id  \"@rev\"  @rev  "
                        + "COALESCE(NULL,1)  pg_sleep(9)  '::text  CAST('a' AS int)  );  (a  a)  \\");
    }

    private static List<String> lines() {
        List<String> made = new ArrayList<>();
        for (String end :
                List.of("\n", "\r", "\r\n", "\n\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\\n", "%0a")) {
            made.addAll(List.of(end, "a" + end, end + "a", "a" + end + "b", "a" + end + "[evil]\ntype=endpoint"));
        }
        IntStream.concat(IntStream.range(0, 0x20), IntStream.rangeClosed(0x7f, 0x9f))
                .forEach(control -> made.add("a" + Character.toString(control) + "b"));
        return made;
    }

    private static List<String> comments() {
        List<String> made = new ArrayList<>();
        for (String mark : List.of(";--", "--;", ";-- x --;", ";---", "\\\\;", "\\\\", "--", "//", "/*", "#")) {
            made.addAll(List.of(mark, "a" + mark, mark + "a", "a " + mark + " b"));
        }
        return made;
    }

    private static List<String> sections() {
        return split("[  ]  []  [a]  a]  [a  ](!)  [a](!)  [a](+)  a](+)  [general]  [a]type=auth  (!)  #include a  "
                + "#exec id  # a  =  ==  =>  => a  > a  >  >>  +=  a=b  a = b  a=>b  type=endpoint  @rev=1  @  a@b  "
                + "allow=all  permit=0.0.0.0/0");
    }

    private static List<String> punctuation() {
        return PUNCTUATION
                .chars()
                .mapToObj(Character::toString)
                .flatMap(mark -> Stream.of(mark, "a" + mark + "b", mark.repeat(9)))
                .toList();
    }

    private static List<String> expansions() {
        return split("${name}  ${password}  ${  ${}  $${name}  ${EXTEN}  ${ENV(PATH)}  ${SHELL(id)}  $[1+1]  $0  \\1  "
                + "#{name}  {{name}}  %s  %n  %x  %1$s  %99999999d  {0}  {  {}  $(id)  `id`  !id  ~root  *  $HOME  "
                + "${jndi:ldap://a/b}  ${AST_SORCERY(res_pjsip,auth,a,password)}  ${REALTIME(ps_auths,id,a)}");
    }

    private static List<String> protocols() {
        return split(
                "<script>  &lt;b&gt;  <![CDATA[a]]>  *)(uid=*  {\"a\":\"b\"}  [1,2]  \\u0000  %00  %0d%0aVia: x  "
                        + "a>;tag=b  <sip:a@b>  sip:a@b;lr  sip:a@b;transport=tcp  a@b@c  \"A\" <sip:a@b>  \"A\" <1>  A <1>  "
                        + "../../etc/passwd  /etc/passwd\u0000.pem  C:\\a  a&&b  -rf  Action: Logoff  Secret: a  a: b  Value: a  "
                        + "127.0.0.1  127.0.0.1:5060  0.0.0.0/0  ::1  [::1]  localhost  example.com.  1001@default  +15551234567");
    }

    private static List<String> unicode() {
        List<String> made =
                new ArrayList<>(split("é  e\u0301  ß  İ  ı  Ａ  аdmin  日本語  עברית  😀  👩‍👩‍👧  \ud83d  a\ud83d  "
                        + "\ude00\ud83d  \uffff  \ufeffa  \ue000  １２  ․  ；  ＾  ＝  \u037e  ＇  ʼ  ′  ﹔"));
        for (int hidden : new int[] {0xad, 0x200b, 0x200d, 0x200e, 0x202e, 0x2060, 0x2066, 0xfe0f, 0xfff9, 0xe0041}) {
            made.add("a" + Character.toString(hidden) + "b");
        }
        return made;
    }

    private static List<String> blanks() {
        List<String> made = new ArrayList<>(List.of("", " ", "  ", "a b", "a  b"));
        for (int blank : new int[] {' ', '\t', 0xa0, 0x1680, 0x2009, 0x202f, 0x3000}) {
            String text = Character.toString(blank);
            made.addAll(List.of(text, text + "a", "a" + text, "a" + text + "b"));
        }
        return made;
    }

    /** Around the limits of columns, names and lines. */
    private static List<String> lengths() {
        List<String> made = new ArrayList<>();
        for (int length : new int[] {20, 40, 41, 79, 80, 81, 128, 200, 255, 256, 1024, 4096, 8192, 65_536}) {
            made.add("x".repeat(length));
            made.add(";".repeat(length));
            made.add("é".repeat(length / 2));
            made.add("7".repeat(length));
        }
        return made;
    }

    private static List<String> words() {
        return split(
                "0  -1  00  1.0  1e9  0x1F  2147483648  9223372036854775808  NaN  1/0  65535  65536  true  TRUE  yes  "
                        + "no  on  off  y  all  !all  none  default  global  system  anonymous  transport-udp  endpoint  auth  aor  "
                        + "registration  ip  credentials  line  address  tls  ulaw,alaw  ulaw;alaw  digest  userpass  a-b  a.b  A");
    }
}

package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sipwright.pjsip.SchemaProblem.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules for sections as a whole. */
class PjsipSchemaRulesTest {

    private static final PjsipSchema SCHEMA = PjsipSchema.of(AsteriskVersion.V22);
    private static final String URIS = "type=registration,client_uri=sip:a@h,server_uri=sip:h";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=endpoint",
                "type=auth,username=a,password=b",
                "type=auth,username=a,auth_type=md5,md5_cred=0123456789abcdef0123456789abcdef",
                "type=auth,username=a,password_digest=MD5:0123456789abcdef0123456789abcdef",
                "type=identify,endpoint=a,match=192.0.2.1",
                "type=identify,endpoint=a,match_header=X-A: b",
                "type=identify,endpoint=a,match_request_uri=/x/",
                URIS,
                URIS + ",line=yes,endpoint=a",
                URIS + ",line=YES,endpoint=a",
                URIS + ",line=no",
                URIS + ",line=no,line=yes,endpoint=a",
                "password=b,type=auth,username=a",
                "Type=auth,UserName=a,PassWord=b",
                "type=aor,@rev=x",
            })
    void good(String options) {
        assertThat(SCHEMA.check(section("x", options))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=auth,password=b|MISSING_OPTION|username",
                "type=auth,username=a|MISSING_OPTION|password",
                "type=auth,username=a,password=|MISSING_OPTION|password",
                "type=auth,username=a,password=b,password=|MISSING_OPTION|password",
                "type=identify,match=192.0.2.1|MISSING_OPTION|endpoint",
                "type=identify,endpoint=a|MISSING_OPTION|match",
                "type=registration,server_uri=sip:h|MISSING_OPTION|client_uri",
                "type=registration,client_uri=sip:h|MISSING_OPTION|server_uri",
                URIS + ",line=yes|MISSING_OPTION|endpoint",
                URIS + ",line=Yes|MISSING_OPTION|endpoint",
                URIS + ",endpoint=a|MISSING_OPTION|line",
                URIS + ",endpoint=a,line=no|MISSING_OPTION|line",
                URIS + ",endpoint=a,line=yes,line=no|MISSING_OPTION|line",
                "type=domain_alias|MISSING_OPTION|domain",
                "type=aor,type=auth|CONFLICT|type",
                "type=endpont|UNKNOWN_TYPE|type",
                "type=Endpoint|UNKNOWN_TYPE|type",
                "type=contact|UNKNOWN_TYPE|type",
                "a=b|NO_TYPE|''",
                "type=aor,max_contacts=x|BAD_VALUE|max_contacts",
                "type=aor,@=x|UNKNOWN_OPTION|@",
            })
    void bad(String options, Kind kind, String option) {
        assertThat(SCHEMA.check(section("x", options)))
                .extracting(SchemaProblem::section, SchemaProblem::kind, SchemaProblem::option)
                .containsExactly(tuple("x", kind, option));
    }

    @Test
    void a_type_that_is_nearly_right_is_answered_with_the_right_one() {
        assertThat(SCHEMA.check(section("x", "type=endpont")).get(0))
                .hasToString("[x] type: is no section type of Asterisk 22; did you mean 'endpoint'?");
    }

    @Test
    void a_name_that_cannot_be_written_is_a_problem() {
        assertThat(SCHEMA.check(section("a]b", "type=aor")))
                .extracting(SchemaProblem::kind)
                .containsExactly(Kind.BAD_SECTION_NAME);
    }

    @Test
    void a_name_may_stand_once_for_each_type() {
        Section aor = section("a", "type=aor");

        assertThat(check(aor, section("a", "type=endpoint"), section("A", "type=aor")))
                .isEmpty();
        assertThat(check(aor, section("b", "type=aor"), aor))
                .extracting(SchemaProblem::section, SchemaProblem::kind)
                .containsExactly(tuple("a", Kind.DUPLICATE_SECTION));
    }

    private static List<SchemaProblem> check(PjsipElement... elements) {
        return SCHEMA.check(PjsipDocument.of(elements));
    }

    private static Section section(String name, String options) {
        List<SectionEntry> entries = Arrays.stream(options.split(","))
                .map(option -> option.split("=", 2))
                .map(parts -> (SectionEntry) new Option(parts[0], parts[1]))
                .toList();
        return new Section(name, entries);
    }
}

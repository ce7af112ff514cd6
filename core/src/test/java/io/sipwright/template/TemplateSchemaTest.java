package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published schemas are those that the code makes, and say what the code says. {@code -Dschema=write} writes them.
 */
class TemplateSchemaTest {

    private static final Path DIRECTORY = Path.of("src/main/resources/META-INF/sipwright");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static List<Error> errors(String schema, String json) {
        Schema loaded = REGISTRY.getSchema(SchemaLocation.of("classpath:META-INF/sipwright/" + schema));
        return loaded.validate(json, InputFormat.JSON);
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream("/io/sipwright/templates/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Stream<String> shippedFiles() throws IOException {
        return shipped("index.txt").lines().filter(line -> !line.isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {TemplateSchema.TEMPLATE, TemplateSchema.CATALOGUE})
    void the_published_file_is_current(String name) throws IOException {
        String made = Objects.requireNonNull(TemplateSchema.files().get(name));
        Path file = DIRECTORY.resolve(name);
        if ("write".equals(System.getProperty("schema"))) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, made);
        }

        assertThat(Files.readString(file).replace("\r\n", "\n"))
                .as("%s; -Dschema=write writes it", file)
                .isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void a_shipped_template_is_valid(String name) throws IOException {
        assertThat(errors(TemplateSchema.TEMPLATE, shipped(name))).isEmpty();
    }

    @Test
    void the_shipped_catalogue_is_valid() throws IOException {
        assertThat(errors(TemplateSchema.CATALOGUE, shipped("catalogue.json"))).isEmpty();
        assertThat(errors(
                        TemplateSchema.CATALOGUE,
                        "{\"catalogue\":{\"id\":\"ours\",\"version\":\"7\"},\"templates\":[" + shipped("telnyx.json")
                                + "]}"))
                .isEmpty();
    }

    /** Each is refused by the schema, and by loading: what an editor marks is what would not work. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'provider'}",
                "{'id':'X y','kind':'provider','extends':'ip-trunk'}",
                "{'id':'x','extends':'ip-trunk'}",
                "{'id':'x','kind':'carrier','extends':'ip-trunk'}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','field':{}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','version':'1'}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','notes':[1]}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','registration':'no'}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','leaving':{'192.0.2.1':'soon'}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','leaving':{'sip.example.net':'2027-01-31'}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','acceptedAdvice':{'inbound.wide':''}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','provenance':{'evidence':'hearsay'}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','provenance':{'sources':['a page']}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'Server':{}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'server':'sip.example.net'}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'server':{'type':'hostname'}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'server':{'required':'auth = ip'}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'server':{'default':'${Server}'}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'server':{'default':{'if':'did','value':'a'}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'server':{'type':'host','choices':{'a':'A'}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'endpoint':{'options':{'alow':'ulaw'}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'endpoint':{'options':{'direct_media':'maybe'}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'endpoint':{'options':{'dtmf_mode':'rfc2833'}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'endpoint':{'options':{'allow':[]}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'endpoint':{'options':{'allow':5}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'endpoint':{'options':{'allow':{'asterisk':{'18':'ulaw'}}}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'endpoint':{'when':'a=b=c'}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'more':{'type':'peer'}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'more':{'type':'transport'}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'transport':{'options':{'protocol':'udp'}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'endpoint':{'options':{'@name':'a'}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','version':0}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','version':3000000000}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'server':{'required':'true'}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','fields':{'auth':{'choices':{}}}}",
                "{'id':'x','kind':'provider','extends':'ip-trunk','sections':{'more':{'type':'aor','options':{'allow':'ulaw'}}}}"
            })
    void a_broken_template_is_not(String json) {
        assertThat(errors(TemplateSchema.TEMPLATE, json.replace('\'', '"'))).isNotEmpty();
        assertThat(Loading.problems("x.json", json)).isNotEmpty();
    }

    /** What only the linter has something to say about is not marked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'x','kind':'provider','extends':'custom_ip','provenance':{'checked':'last year'}}",
                "{'id':'x','kind':'provider','extends':'custom_ip','acceptedAdvice':{'inbound.wild':'A reason.'}}"
            })
    void a_template_that_can_be_loaded_is_valid(String json) {
        assertThat(errors(TemplateSchema.TEMPLATE, json.replace('\'', '"'))).isEmpty();
        assertThat(Loading.catalog("x.json", json).provider("x")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'templates':[]}",
                "{'catalogue':{'id':'ours'}}",
                "{'catalogue':{'id':'Ours','version':'1'}}",
                "{'catalogue':{'id':'ours','version':1}}",
                "{'catalogue':{'id':'ours','version':'1','date':'today'}}",
                "{'catalogue':{'id':'ours','version':'1'},'templates':{}}",
                "{'catalogue':{'id':'ours','version':'1'},'templates':['telnyx.json']}",
                "{'catalogue':{'id':'ours','version':'1'},'template':[]}",
                "{'catalogue':{'id':'ours','version':'1'},'templates':[{'id':'x','kind':'provider','extends':'ip-trunk','field':{}}]}"
            })
    void a_broken_catalogue_is_not(String json) {
        assertThat(errors(TemplateSchema.CATALOGUE, json.replace('\'', '"'))).isNotEmpty();
        assertThat(Loading.problems("c.json", json)).isNotEmpty();
    }
}

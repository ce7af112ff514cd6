package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.ApplySettings;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.ConfigFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A host with the API, an Asterisk that answers as it is told, and no security. */
final class Bed implements AutoCloseable {

    static final String TRUNK = """
            {"trunk_name": "carrier", "provider": "telnyx", "username": "1234567890",
             "password": "Correct-Horse-9-Battery", "did": "+15551234567", "context": "from-trunk",
             "codecs": "ulaw,alaw,g722"}""";
    static final String USER = """
            {"username": "alice", "secret": "Correct-Horse-9-Battery", "extension": "1001", "context": "default",
             "template_type": "basic_user", "codecs": "ulaw,alaw", "max_contacts": 1}""";

    static final JsonMapper JSON = JsonMapper.builder().build();

    final FakeAsterisk asterisk = new FakeAsterisk();
    final Path directory;
    final Sipwright sipwright;
    final List<String> answers = new ArrayList<>();
    final MockMvcTester mvc;
    final AnnotationConfigWebApplicationContext context;
    private @Nullable String principal;

    private Bed(Path directory, ProvisioningStore store, List<Class<?>> host, String... properties) {
        this.directory = directory;
        sipwright = Sipwright.builder()
                .store(store)
                .target(ConfigFiles.in(directory))
                .reloader(asterisk)
                .observer(asterisk)
                .applySettings(ApplySettings.standard().withRest(Duration.ZERO, 0))
                .build();
        context = new AnnotationConfigWebApplicationContext() {
            @Override
            protected void loadBeanDefinitions(DefaultListableBeanFactory factory) {
                factory.registerSingleton("sipwright", sipwright);
                super.loadBeanDefinitions(factory);
            }
        };
        context.setServletContext(new MockServletContext());
        TestPropertyValues.of("sipwright.web.apply-timeout=5s").and(properties).applyTo(context);
        host.forEach(context::register);
        context.register(
                ConfigurationPropertiesAutoConfiguration.class,
                JacksonAutoConfiguration.class,
                HttpMessageConvertersAutoConfiguration.class,
                WebMvcAutoConfiguration.class,
                SipwrightWebAutoConfiguration.class);
        context.refresh();
        mvc = MockMvcTester.from(context);
    }

    static Bed in(Path directory, String... properties) {
        return new Bed(directory, new InMemoryStore(), List.of(), properties);
    }

    static Bed on(Path directory, ProvisioningStore store) {
        return new Bed(directory, store, List.of());
    }

    static Bed with(Path directory, List<Class<?>> host, String... properties) {
        return new Bed(directory, new InMemoryStore(), host, properties);
    }

    Bed as(@Nullable String name) {
        principal = name;
        return this;
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String at(String pointer) {
            return json().at(pointer).asString("");
        }

        @Nullable
        String header(String name) {
            return headers.get(name.toLowerCase());
        }

        List<String> fields() {
            return json().path("violations").values().stream()
                    .map(violation -> violation.path("field").asString(""))
                    .toList();
        }

        Answer is(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            if (status >= 400) {
                assertThat(header("content-type")).startsWith("application/problem+json");
                assertThat(json().path("success").asBoolean(true)).isFalse();
                assertThat(json().path("status").asInt(0)).isEqualTo(expected);
                assertThat(at("/type")).startsWith("urn:sipwright:problem:");
                assertThat(at("/title")).isNotBlank();
                assertThat(at("/detail")).isNotBlank().isEqualTo(at("/error"));
                assertThat(at("/instance")).startsWith("/");
            }
            assertThat(header("cache-control")).isNotBlank();
            return this;
        }
    }

    Answer get(String path, String... headers) {
        return send(HttpMethod.GET, path, null, headers);
    }

    Answer post(String path, @Nullable String json, String... headers) {
        return send(HttpMethod.POST, path, json, headers);
    }

    Answer put(String path, String json, String... headers) {
        return send(HttpMethod.PUT, path, json, headers);
    }

    Answer patch(String path, String json, String... headers) {
        return send(HttpMethod.PATCH, path, json, headers);
    }

    Answer delete(String path, String... headers) {
        return send(HttpMethod.DELETE, path, null, headers);
    }

    Answer send(HttpMethod method, String path, @Nullable String json, String... headers) {
        return send(MockMvcRequestBuilders.request(method, URI.create(path)), json, headers);
    }

    Answer send(MockHttpServletRequestBuilder request, @Nullable String json, String... headers) {
        if (json != null) {
            request.content(json.getBytes(StandardCharsets.UTF_8));
        }
        if (json != null && !List.of(headers).contains("Content-Type")) {
            request.contentType(MediaType.APPLICATION_JSON);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        String name = principal;
        if (name != null) {
            request.principal(() -> name);
        }
        MvcTestResult result = mvc.perform(request);
        if (result.getUnresolvedException() != null) {
            throw new AssertionError("Not answered", result.getUnresolvedException());
        }
        Map<String, String> received = new TreeMap<>();
        result.getResponse()
                .getHeaderNames()
                .forEach(header -> received.put(
                        header.toLowerCase(),
                        String.join(",", result.getResponse().getHeaders(header))));
        String body = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        answers.add(received + body);
        return new Answer(result.getResponse().getStatus(), received, body);
    }

    String file(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        context.close();
        sipwright.close();
    }
}

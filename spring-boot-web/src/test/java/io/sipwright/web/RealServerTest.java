package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.target.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What no client library would send, sent to a real server. */
class RealServerTest {

    @TempDir
    Path directory;

    private ConfigurableApplicationContext context;
    private int port;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        SipwrightWebAutoConfiguration.class
    })
    static class Host {

        @Bean
        Sipwright sipwright(Environment environment) {
            return Sipwright.builder()
                    .target(ConfigFiles.in(Path.of(environment.getRequiredProperty("test.directory"))))
                    .build();
        }
    }

    @BeforeEach
    void start() {
        context = new SpringApplicationBuilder(Host.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "test.directory=" + directory,
                        "sipwright.web.max-body-size=2KB",
                        "sipwright.web.apply-timeout=1s",
                        "spring.main.banner-mode=off")
                .run();
        port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private String send(String head, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String request = head + "\r\nHost: localhost\r\nConnection: close\r\n"
                    + (body.isEmpty() ? "" : "Content-Type: application/json\r\n")
                    + (head.contains("chunked") ? "" : "Content-Length: " + bytes.length + "\r\n") + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void aWholeDay() throws IOException {
        assertThat(send("POST /api/trunks HTTP/1.1", Bed.TRUNK))
                .startsWith("HTTP/1.1 201")
                .contains("Location: /api/trunks/carrier")
                .contains("\"state\":\"not_verified\"");
        assertThat(send("GET /api/trunks/carrier HTTP/1.1", ""))
                .startsWith("HTTP/1.1 200")
                .contains("ETag: \"1\"");
        assertThat(send("HEAD /api/trunks/carrier HTTP/1.1", ""))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("{");
        assertThat(send("DELETE /api/trunks/carrier HTTP/1.1", "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void tooLarge() throws IOException {
        String large = "{\"notes\": \"" + "x".repeat(4000) + "\"}";
        assertThat(send("POST /api/trunks HTTP/1.1", large))
                .startsWith("HTTP/1.1 413")
                .contains("urn:sipwright:problem:too-large");
        String chunk = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n";
        assertThat(send("POST /api/trunks HTTP/1.1\r\nTransfer-Encoding: chunked", chunk))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void hostileAddresses() throws IOException {
        for (String path : new String[] {
            "/api/trunks/%00",
            "/api/trunks/a%00b",
            "/api/trunks/%2e%2e%2f",
            "/api/trunks/..%2f..%2fetc",
            "/api/trunks/%ff%fe",
            "/api/trunks/%",
            "/api/trunks/%zz",
            "/api/trunks/;x=1",
            "/api/trunks/%3b",
            "/api/trunks/%0d%0aX:%20y",
            "/api/trunks/../../x",
            "/api/trunks//",
            "/api/trunks/\"",
            "/api/trunks/<script>",
            "/api/trunks/%5c",
            "/api/trunks/%25",
            "/api/trunks/" + "x".repeat(6000),
            "/api/trunks/%E2%80%AE",
            "/api/trunks?q=%ff&limit=%00",
            "/api/trunks?%00=%00",
            "/api/providers/%2e%2e/details",
            "/api/asterisk/changes?since=%0a"
        }) {
            assertThat(send("GET " + path + " HTTP/1.1", "")).as(path).matches("(?s)HTTP/1.1 (200|4\\d\\d).*");
            assertThat(send("DELETE " + path + " HTTP/1.1", "")).as(path).matches("(?s)HTTP/1.1 4\\d\\d.*");
        }
    }

    @Test
    void hostileHeaders() throws IOException {
        for (String header : new String[] {
            "If-None-Match: \"", "If-None-Match: W/", "Accept: */", "Accept: application/json;q=x",
                    "Accept-Language: \"",
            "Accept-Charset: x", "Range: bytes=0-1", "X-HTTP-Method-Override: DELETE", "Content-Type: \u00e4",
                    "Cookie: ="
        }) {
            assertThat(send("GET /api/trunks HTTP/1.1\r\n" + header, ""))
                    .as(header)
                    .matches("(?s)HTTP/1.1 (200|4\\d\\d).*");
        }
        assertThat(send("PUT /api/trunks/x HTTP/1.1\r\nIf-Match: \"", "{}")).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(send("TRACE /api/trunks HTTP/1.1", "")).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(send("BREW /api/trunks HTTP/1.1", "")).matches("(?s)HTTP/1.1 4\\d\\d.*");
    }
}

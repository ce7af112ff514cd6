package io.sipwright.web.security;

import io.sipwright.host.HostPages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application with the API of the test, on a port of the loopback. Speaks HTTP by hand: clients tidy up paths and
 * headers, attackers do not.
 */
class Server implements AutoCloseable {

    static final String ADMIN = "admin-token-0123456789abcdefghijklmnop";
    static final String READER = "reader-token-0123456789abcdefghijklmnop";
    static final String OTHER = "other-token-0123456789abcdefghijklmnop";

    /** Properties that make the three tokens known. */
    static final String[] TOKENS = {
        "sipwright.web.security.tokens[0].name=ci",
        "sipwright.web.security.tokens[0].sha256=" + sha256(ADMIN),
        "sipwright.web.security.tokens[1].name=dashboard",
        "sipwright.web.security.tokens[1].sha256=" + sha256(READER),
        "sipwright.web.security.tokens[1].roles=SIPWRIGHT_READER",
        "sipwright.web.security.tokens[2].name=stranger",
        "sipwright.web.security.tokens[2].sha256=" + sha256(OTHER),
        "sipwright.web.security.tokens[2].roles=SOMETHING_ELSE",
    };

    final ServletWebServerApplicationContext context;

    private Server(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static Server start(Class<?> host, String... properties) {
        return start(List.of(host), properties);
    }

    static Server start(List<Class<?>> hosts, String... properties) {
        String[] arguments = Stream.concat(
                        Stream.of("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off"),
                        Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new Server((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(hosts.toArray(Class<?>[]::new)).run(arguments));
    }

    static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, headers);
    }

    Answer post(String path, String... headers) throws IOException {
        return send("POST", path, headers);
    }

    Answer send(String method, String path, String... headers) throws IOException {
        return exchange(method, path, "", headers);
    }

    /** Posts a form. */
    Answer submit(String path, String form, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
        return exchange("POST", path, form, all);
    }

    /** Headers and path go out as they are, one byte for each character. */
    private Answer exchange(String method, String path, String body, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\nContent-Length: " + body.length() + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        request.append("\r\n").append(body);
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), context.getWebServer().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return Answer.of(readAll(socket.getInputStream()));
        }
    }

    /** Up to the end, or up to where the server cut the connection because it wanted no more of the request. */
    private static String readAll(InputStream in) {
        StringBuilder text = new StringBuilder();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                text.append((char) b);
            }
        } catch (IOException e) {
            text.append("");
        }
        return text.toString();
    }

    @Override
    public void close() {
        context.close();
    }

    /** An answer; names of headers in lower case. */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new AssertionError("No answer: " + text);
            }
            String[] lines = text.substring(0, end).split("\r\n");
            Map<String, List<String>> headers = new TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                String[] header = lines[i].split(": ?", 2);
                headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(header[1]);
            }
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
        }

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }

        String cookie() {
            return "Cookie: " + header("Set-Cookie").split(";")[0];
        }
    }

    /** As a host with the starters of Spring MVC and Spring Security, and nothing configured. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        SecurityAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
    })
    @Import(WithoutSecurity.class)
    static class PlainHost {}

    /** The same, but Spring Boot's part of Spring Security is left out, as some exclude it. */
    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        SipwrightWebSecurityAutoConfiguration.class,
    })
    @Import({ApiOfTest.class, HostPages.class})
    static class WithoutSecurity {}
}

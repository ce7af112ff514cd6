package io.sipwright.examples.boot;

import io.sipwright.web.security.ApiTokenAuthenticator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The REST API on a database. All that it keeps is in one directory. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class) // there are tokens, and no users who log in
public class ProvisioningServer {

    private static final String DIRECTORY = "example.directory";

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(System.getProperty(DIRECTORY, "target/server")).toAbsolutePath();
        Files.createDirectories(directory.resolve("asterisk"));
        System.setProperty(DIRECTORY, directory.toString());
        SpringApplication.run(ProvisioningServer.class, args);
    }

    /** Who has the token that the first start prints may do everything. */
    @Bean
    ApiTokenAuthenticator adminToken(@Value("${example.directory}") Path directory) throws IOException {
        return AdminToken.in(directory);
    }
}

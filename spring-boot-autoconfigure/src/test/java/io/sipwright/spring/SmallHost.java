package io.sipwright.spring;

import io.sipwright.Sipwright;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.user.SipUserSpec;
import java.util.function.UnaryOperator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A host that keeps its objects in memory: takes a directory, and tells what its node gets. */
public final class SmallHost implements UnaryOperator<String> {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        SipwrightAriAutoConfiguration.class,
        SipwrightAutoConfiguration.class,
        SipwrightDoctorAutoConfiguration.class,
        SipwrightJdbcAutoConfiguration.class,
        SipwrightRealtimeAutoConfiguration.class
    })
    static class App {
        @Bean
        InMemoryStore store() {
            return new InMemoryStore();
        }
    }

    @Override
    public String apply(String directory) {
        try (var context = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.main.banner-mode=off", "sipwright.config-directory=" + directory)
                .run()) {
            Sipwright sipwright = context.getBean(Sipwright.class);
            sipwright
                    .users()
                    .create(SipUserSpec.builder("john_doe", "basic_user")
                            .extension("1001")
                            .secret("correct-horse-battery")
                            .build());
            sipwright.apply();
            context.getBeanProvider(SipwrightDoctor.class).ifAvailable(SipwrightDoctor::examine);
            boolean files = context.getBean(SipwrightNodes.class).nodes().get(0).target() instanceof ConfigFiles;
            return files ? "files" : "something else";
        }
    }
}

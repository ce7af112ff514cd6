package io.sipwright.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once with each version of Asterisk, each time with a fresh server.
 *
 * <p>The method, and the {@code @BeforeEach} and {@code @AfterEach} methods of its class if all its tests are of this
 * kind, may have an {@link AsteriskServer} as a parameter, or the {@link AsteriskInstallation} to start their own. A
 * version that is not there is treated as {@link WithAsterisk} tells.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(AsteriskTestInvocations.class)
public @interface AsteriskTest {
    /** The major versions, in the order they are tested. */
    int[] versions() default {22, 16};
}

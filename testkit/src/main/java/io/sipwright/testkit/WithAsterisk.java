package io.sipwright.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test an {@link AsteriskServer} as a parameter, or the {@link AsteriskInstallation} to start its own.
 *
 * <p>On a class: one server for all its tests, from the first that asks to the end of the class. On a method: one for
 * that method. The server is started only if it is asked for, and stopped by itself.
 *
 * <p>Where there is no such Asterisk, the test is skipped; it fails if the system property or configuration parameter
 * {@code sipwright.asterisk} is {@code required}. With {@code off} it is always skipped.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(AsteriskExtension.class)
public @interface WithAsterisk {
    /** The major version; by default, and with 0, the newest there is. */
    int value() default 0;
}

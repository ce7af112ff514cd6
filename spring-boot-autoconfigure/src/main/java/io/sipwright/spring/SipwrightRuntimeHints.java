package io.sipwright.spring;

import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must keep of core, store and rows: their resources, the constraints on specs, and what Jdbi makes by
 * reflection. Templates and rows are read as trees and maps, which need nothing.
 *
 * <p>The module that speaks to Asterisk is not for native images: asterisk-java looks for its events on the class path at
 * run time. A native application can write the files; someone else must have Asterisk read them.
 */
final class SipwrightRuntimeHints implements RuntimeHintsRegistrar {

    /** The tests compare this with what is in the jar. */
    private static final List<String> JDBI = List.of(
            "Handles",
            "argument.Arguments",
            "array.SqlArrayTypes",
            "collector.JdbiCollectors",
            "config.internal.ConfigCaches",
            "enums.Enums",
            "extension.Extensions",
            "internal.EnumStrategies",
            "internal.OnDemandExtensions",
            "mapper.ColumnMappers",
            "mapper.MapEntryMappers",
            "mapper.MapMappers",
            "mapper.Mappers",
            "mapper.RowMappers",
            "mapper.immutables.JdbiImmutables",
            "mapper.reflect.ReflectionMappers",
            "mapper.reflect.internal.PojoTypes",
            "qualifier.Qualifiers",
            "result.ResultProducers",
            "statement.SqlStatements",
            "statement.StatementExceptions",
            "transaction.SerializableTransactionRunner$Configuration");

    private static final List<String> VALIDATORS = List.of(
            "NotBlankValidator",
            "PatternValidator",
            "size.SizeValidatorForCharSequence",
            "size.SizeValidatorForCollection");

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources()
                .registerPattern("io/sipwright/templates/*")
                .registerPattern("io/sipwright/pjsip/schema.json")
                .registerResourceBundle("io.sipwright.validation.messages")
                .registerPatternIfPresent(
                        classLoader,
                        "io/sipwright/jdbc/schema/",
                        pattern -> pattern.includes("io/sipwright/jdbc/schema/*/*.sql"))
                .registerPatternIfPresent(
                        classLoader,
                        "io/sipwright/realtime/schema/",
                        pattern -> pattern.includes("io/sipwright/realtime/schema/*/*.sql"));
        for (Class<?> spec : List.of(TrunkSpec.class, SipUserSpec.class)) {
            hints.reflection()
                    .registerType(spec, MemberCategory.ACCESS_DECLARED_FIELDS, MemberCategory.INVOKE_DECLARED_METHODS);
        }
        VALIDATORS.forEach(name -> hints.reflection()
                .registerTypeIfPresent(
                        classLoader,
                        "org.hibernate.validator.internal.constraintvalidators.bv." + name,
                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
        JDBI.forEach(name -> hints.reflection()
                .registerTypeIfPresent(
                        classLoader, "org.jdbi.v3.core." + name, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
    }
}

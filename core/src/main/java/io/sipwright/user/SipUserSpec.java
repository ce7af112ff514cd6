package io.sipwright.user;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.template.FieldValues;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * A SIP user as a person describes it: the name, the kind of user, and what the template of that kind asks for. Nothing
 * is checked before it is handed to the library, which then reports all that is wrong at once.
 *
 * <p>In JSON it is one flat object: {@code username}, {@code template_type}, {@code is_active}, {@code notes},
 * {@code overrides}, and every other member is a field of the template.
 *
 * <p>Immutable and thread-safe. Shows no secret.
 */
@JsonDeserialize(builder = SipUserSpec.Builder.class)
public final class SipUserSpec implements ObjectSpec {

    /** Longest name, where Asterisk cuts. */
    public static final int MAX_NAME_LENGTH = 79;

    /** Template of a user that names none. */
    public static final String DEFAULT_TEMPLATE = "basic_user";

    @NotBlank(message = "name.required")
    @Size(max = MAX_NAME_LENGTH, message = "name.too_long")
    @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*|", message = "name.form")
    private final String name;

    private final String template;

    private final boolean active;
    private final FieldValues fields;

    @Size(max = 200, message = "overrides.too_many")
    private final List<OptionOverride> overrides;

    // Several lines are fine; what a database, a log or a terminal stumbles over is not.
    @Size(max = 2000, message = "notes.too_long")
    @Pattern(regexp = "[\\P{Cc}\n\r\t]*", message = "text.control_character")
    @Pattern(regexp = "\\P{Cs}*", message = "text.not_unicode")
    private final String notes;

    private SipUserSpec(Builder builder, FieldValues fields) {
        name = builder.name;
        template = builder.template;
        active = builder.active;
        overrides = List.copyOf(builder.overrides);
        notes = builder.notes;
        this.fields = fields;
    }

    /** Starts a user of one kind. */
    public static Builder builder(String username, String template) {
        return new Builder().username(username).template(template);
    }

    /** Starts with all that this user has. */
    public Builder toBuilder() {
        Builder builder = builder(name, template).active(active).notes(notes);
        builder.fields = fields;
        builder.overrides.addAll(overrides);
        return builder;
    }

    /** The same user with other values. */
    public SipUserSpec withFields(FieldValues values) {
        Builder builder = toBuilder();
        builder.fields = values;
        return builder.build();
    }

    /** The same user with other overrides. */
    public SipUserSpec withOverrides(List<OptionOverride> values) {
        return toBuilder().replaceOverrides(values).build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String templateId() {
        return template;
    }

    @Override
    public boolean active() {
        return active;
    }

    @Override
    public FieldValues fields() {
        return fields;
    }

    @Override
    public List<OptionOverride> overrides() {
        return overrides;
    }

    /** What people wrote down about the user; never rendered. */
    public String notes() {
        return notes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SipUserSpec spec
                && name.equals(spec.name)
                && template.equals(spec.template)
                && active == spec.active
                && notes.equals(spec.notes)
                && fields.equals(spec.fields)
                && overrides.equals(spec.overrides);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, template, active, fields, overrides, notes);
    }

    @Override
    public String toString() {
        return "SIP user " + name + " (" + template + ")" + (active ? "" : ", inactive") + " " + fields;
    }

    /** Collects the parts of a user. Not thread-safe. */
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends SipUserFields<Builder> {

        private String name = "";
        private String template = DEFAULT_TEMPLATE;
        private boolean active = true;
        private String notes = "";
        private FieldValues fields = FieldValues.empty();
        private final List<OptionOverride> overrides = new ArrayList<>();

        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** Letters, digits, {@code _ . -}; begins with a letter or digit; at most 79 characters. */
        @JsonProperty("username")
        @JsonAlias("name")
        public Builder username(@Nullable String value) {
            name = value == null ? "" : value;
            return this;
        }

        /** Id of the template; {@code basic_user} by default. */
        @JsonProperty("template_type")
        @JsonAlias("template")
        public Builder template(@Nullable String value) {
            template = value == null ? "" : value;
            return this;
        }

        /** Whether the user is rendered; true by default. */
        @JsonProperty("is_active")
        @JsonAlias("active")
        public Builder active(boolean value) {
            active = value;
            return this;
        }

        /** What people write down about the user; never rendered. */
        @JsonProperty("notes")
        public Builder notes(@Nullable String value) {
            notes = value == null ? "" : value;
            return this;
        }

        /** Adds an option set by hand. */
        public Builder override(OptionOverride override) {
            overrides.add(override);
            return this;
        }

        @JsonProperty("overrides")
        Builder overrides(@Nullable Object json) {
            overrides.addAll(OptionOverride.fromJson(json));
            return this;
        }

        Builder replaceOverrides(List<OptionOverride> values) {
            overrides.clear();
            overrides.addAll(values);
            return this;
        }

        public SipUserSpec build() {
            return new SipUserSpec(this, fields.with(changes()));
        }
    }
}

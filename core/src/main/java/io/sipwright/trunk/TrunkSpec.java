package io.sipwright.trunk;

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
 * A trunk as a person describes it: its name, the carrier, and what the carrier's template asks for. Nothing is
 * checked before it is handed to the library, which then reports all that is wrong at once.
 *
 * <p>In JSON it is one flat object: {@code trunk_name}, {@code provider}, {@code is_active}, {@code overrides},
 * {@code allow_wide_inbound}, and every other member is a field of the template.
 *
 * <p>Immutable and thread-safe. Shows no secret.
 */
@JsonDeserialize(builder = TrunkSpec.Builder.class)
public final class TrunkSpec implements ObjectSpec {

    /** Longest name: with the suffix of a section it has 79 bytes, where Asterisk cuts. */
    public static final int MAX_NAME_LENGTH = 70;

    @NotBlank(message = "name.required")
    @Size(max = MAX_NAME_LENGTH, message = "name.too_long")
    @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*|", message = "name.form")
    private final String name;

    private final String provider;

    private final boolean active;
    private final FieldValues fields;

    @Size(max = 200, message = "overrides.too_many")
    private final List<OptionOverride> overrides;

    private final boolean wideInboundAllowed;

    private TrunkSpec(Builder builder, FieldValues fields) {
        name = builder.name;
        provider = builder.provider;
        active = builder.active;
        overrides = List.copyOf(builder.overrides);
        wideInboundAllowed = builder.wideInboundAllowed;
        this.fields = fields;
    }

    /** Starts a trunk of one carrier. */
    public static Builder builder(String name, String provider) {
        return new Builder().name(name).provider(provider);
    }

    /** Starts with all that this trunk has. */
    public Builder toBuilder() {
        Builder builder = builder(name, provider).active(active).allowWideInbound(wideInboundAllowed);
        builder.fields = fields;
        builder.overrides.addAll(overrides);
        return builder;
    }

    /** The same trunk with other values. */
    public TrunkSpec withFields(FieldValues values) {
        Builder builder = toBuilder();
        builder.fields = values;
        return builder.build();
    }

    /** The same trunk with other overrides. */
    public TrunkSpec withOverrides(List<OptionOverride> values) {
        return toBuilder().replaceOverrides(values).build();
    }

    @Override
    public String name() {
        return name;
    }

    /** Id of the carrier's template. */
    public String provider() {
        return provider;
    }

    @Override
    public String templateId() {
        return provider;
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

    /** Whether inbound sources may be wider than /24 or /48. */
    public boolean wideInboundAllowed() {
        return wideInboundAllowed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrunkSpec spec
                && name.equals(spec.name)
                && provider.equals(spec.provider)
                && active == spec.active
                && wideInboundAllowed == spec.wideInboundAllowed
                && fields.equals(spec.fields)
                && overrides.equals(spec.overrides);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, provider, active, fields, overrides, wideInboundAllowed);
    }

    @Override
    public String toString() {
        return "trunk " + name + " (" + provider + ")" + (active ? "" : ", inactive") + " " + fields;
    }

    /** Collects the parts of a trunk. Not thread-safe. */
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends TrunkFields<Builder> {

        private String name = "";
        private String provider = "";
        private boolean active = true;
        private boolean wideInboundAllowed;
        private FieldValues fields = FieldValues.empty();
        private final List<OptionOverride> overrides = new ArrayList<>();

        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** Letters, digits, {@code _ . -}; begins with a letter or digit; at most 70 characters. */
        @JsonProperty("trunk_name")
        @JsonAlias("name")
        public Builder name(@Nullable String value) {
            name = value == null ? "" : value;
            return this;
        }

        /** Id of the carrier's template. */
        @JsonProperty("provider")
        public Builder provider(@Nullable String value) {
            provider = value == null ? "" : value;
            return this;
        }

        /** Whether the trunk is rendered; true by default. */
        @JsonProperty("is_active")
        @JsonAlias("active")
        public Builder active(boolean value) {
            active = value;
            return this;
        }

        /** Accepts inbound sources wider than /24 or /48; false by default. */
        @JsonProperty("allow_wide_inbound")
        public Builder allowWideInbound(boolean value) {
            wideInboundAllowed = value;
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

        public TrunkSpec build() {
            return new TrunkSpec(this, fields.with(changes()));
        }
    }
}

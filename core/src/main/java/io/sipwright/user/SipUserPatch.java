package io.sipwright.user;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.template.FieldValue;
import io.sipwright.template.OptionOverride;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * A change of a SIP user: what it names is replaced, what it does not name stays. In JSON, null leaves a field to its
 * default. Immutable and thread-safe.
 */
@JsonDeserialize(builder = SipUserPatch.Builder.class)
public final class SipUserPatch {

    private final Map<String, Optional<FieldValue>> fields;
    private final @Nullable String template;
    private final @Nullable Boolean active;
    private final @Nullable String notes;
    private final @Nullable List<OptionOverride> overrides;

    private SipUserPatch(Builder builder, Map<String, Optional<FieldValue>> changes) {
        fields = new LinkedHashMap<>(changes);
        template = builder.template;
        active = builder.active;
        notes = builder.notes;
        overrides = builder.overrides;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The user as it is after the change. */
    public SipUserSpec applyTo(SipUserSpec user) {
        SipUserSpec.Builder changed = user.withFields(user.fields().with(fields)).toBuilder();
        if (template != null) {
            changed.template(template);
        }
        if (active != null) {
            changed.active(active);
        }
        if (notes != null) {
            changed.notes(notes);
        }
        if (overrides != null) {
            changed.replaceOverrides(overrides);
        }
        return changed.build();
    }

    /** The names of what changes. */
    @Override
    public String toString() {
        return "change of " + fields.keySet();
    }

    /** Collects the parts of a change. Not thread-safe. */
    @JsonPOJOBuilder(withPrefix = "")
    public static final class Builder extends SipUserFields<Builder> {

        private @Nullable String template;
        private @Nullable Boolean active;
        private @Nullable String notes;
        private @Nullable List<OptionOverride> overrides;

        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** Makes it another kind of user. */
        @JsonProperty("template_type")
        @JsonAlias("template")
        public Builder template(String value) {
            template = value;
            return this;
        }

        @JsonProperty("is_active")
        @JsonAlias("active")
        public Builder active(boolean value) {
            active = value;
            return this;
        }

        @JsonProperty("notes")
        public Builder notes(@Nullable String value) {
            notes = value == null ? "" : value;
            return this;
        }

        /** Replaces all options set by hand. */
        public Builder overrides(OptionOverride... values) {
            overrides = List.of(values);
            return this;
        }

        @JsonProperty("overrides")
        Builder jsonOverrides(@Nullable Object json) {
            overrides = OptionOverride.fromJson(json);
            return this;
        }

        public SipUserPatch build() {
            return new SipUserPatch(this, changes());
        }
    }
}

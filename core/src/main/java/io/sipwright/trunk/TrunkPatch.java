package io.sipwright.trunk;

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
 * A change of a trunk: what it names is replaced, what it does not name stays. In JSON, null leaves a field to its
 * default. Immutable and thread-safe.
 */
@JsonDeserialize(builder = TrunkPatch.Builder.class)
public final class TrunkPatch {

    private final Map<String, Optional<FieldValue>> fields;
    private final @Nullable String provider;
    private final @Nullable Boolean active;
    private final @Nullable Boolean wideInboundAllowed;
    private final @Nullable List<OptionOverride> overrides;

    private TrunkPatch(Builder builder, Map<String, Optional<FieldValue>> changes) {
        fields = new LinkedHashMap<>(changes);
        provider = builder.provider;
        active = builder.active;
        wideInboundAllowed = builder.wideInboundAllowed;
        overrides = builder.overrides;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The trunk as it is after the change. */
    public TrunkSpec applyTo(TrunkSpec trunk) {
        TrunkSpec.Builder changed = trunk.withFields(trunk.fields().with(fields)).toBuilder();
        if (provider != null) {
            changed.provider(provider);
        }
        if (active != null) {
            changed.active(active);
        }
        if (wideInboundAllowed != null) {
            changed.allowWideInbound(wideInboundAllowed);
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
    public static final class Builder extends TrunkFields<Builder> {

        private @Nullable String provider;
        private @Nullable Boolean active;
        private @Nullable Boolean wideInboundAllowed;
        private @Nullable List<OptionOverride> overrides;

        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** Moves the trunk to another template. */
        @JsonProperty("provider")
        public Builder provider(String value) {
            provider = value;
            return this;
        }

        @JsonProperty("is_active")
        @JsonAlias("active")
        public Builder active(boolean value) {
            active = value;
            return this;
        }

        @JsonProperty("allow_wide_inbound")
        public Builder allowWideInbound(boolean value) {
            wideInboundAllowed = value;
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

        public TrunkPatch build() {
            return new TrunkPatch(this, changes());
        }
    }
}

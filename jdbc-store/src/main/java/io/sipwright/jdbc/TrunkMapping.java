package io.sipwright.jdbc;

import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trunks in {@code sip_trunks}. */
final class TrunkMapping implements ObjectMapping<Trunk, TrunkSpec> {

    private static final List<FieldColumn> COLUMNS = List.of(
            FieldColumn.text("username"),
            FieldColumn.secret("password"),
            FieldColumn.requiredText("server"),
            FieldColumn.number("port"),
            FieldColumn.text("context"),
            FieldColumn.text("codecs"));

    @Override
    public String title() {
        return "trunk";
    }

    @Override
    public String kind() {
        return "TRUNK";
    }

    @Override
    public String table(Tables tables) {
        return tables.trunks();
    }

    @Override
    public String nameColumn() {
        return "trunk_name";
    }

    @Override
    public String templateColumn() {
        return "provider";
    }

    @Override
    public List<FieldColumn> fieldColumns() {
        return COLUMNS;
    }

    @Override
    public String extraColumn() {
        return "allow_wide_inbound";
    }

    @Override
    public Object extraValue(TrunkSpec spec) {
        return spec.wideInboundAllowed();
    }

    @Override
    public TrunkSpec spec(
            String name,
            String template,
            boolean active,
            FieldValues fields,
            List<OptionOverride> overrides,
            Object extra) {
        TrunkSpec.Builder builder =
                TrunkSpec.builder(name, template).active(active).allowWideInbound(Boolean.TRUE.equals(extra));
        overrides.forEach(builder::override);
        return builder.build().withFields(fields);
    }

    @Override
    public Trunk object(
            long id, TrunkSpec spec, int templateVersion, long version, Instant createdAt, Instant updatedAt) {
        return new Trunk(id, spec, templateVersion, version, createdAt, updatedAt);
    }

    @Override
    public Map<String, FieldValue> adopted(Map<String, @Nullable Object> row) {
        if ("ip".equals(row.get("auth_type"))) {
            return Map.of("auth", FieldValue.of("ip"));
        }
        return Map.of(
                "auth",
                FieldValue.of(Boolean.FALSE.equals(row.get("registration_enabled")) ? "credentials" : "registration"));
    }
}

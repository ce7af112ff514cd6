package io.sipwright.jdbc;

import io.sipwright.store.ObjectKind;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.TemplateField;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trunks in {@code sip_trunks}. */
final class TrunkMapping implements ObjectMapping<Trunk, TrunkSpec> {

    private static final String IP = "ip";
    private static final String REGISTRATION = "registration";

    private static final List<FieldColumn> COLUMNS = List.of(
            FieldColumn.text("username"),
            FieldColumn.secret("password"),
            FieldColumn.requiredText("server"),
            FieldColumn.number("port"),
            FieldColumn.text("context"),
            FieldColumn.text("codecs"));

    @Override
    public ObjectKind kind() {
        return ObjectKind.TRUNK;
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

    /** The specification's own columns follow the field, for those who still read them. */
    @Override
    public Map<String, Object> extra(TrunkSpec spec) {
        String auth = spec.fields().text("auth").orElse(REGISTRATION);
        return Map.of(
                "allow_wide_inbound", spec.wideInboundAllowed(),
                "auth_type", auth.equals(IP) ? IP : "credential",
                "registration_enabled", auth.equals(REGISTRATION));
    }

    @Override
    public TrunkSpec spec(
            String name,
            String template,
            boolean active,
            FieldValues fields,
            List<OptionOverride> overrides,
            Map<String, @Nullable Object> row) {
        TrunkSpec.Builder builder = TrunkSpec.builder(name, template)
                .active(active)
                .allowWideInbound(isTrue(row.get("allow_wide_inbound")));
        overrides.forEach(builder::override);
        return builder.build().withFields(fields);
    }

    @Override
    public TrunkSpec specOf(Trunk object) {
        return object.spec();
    }

    @Override
    public Trunk object(
            long id, TrunkSpec spec, int templateVersion, long version, Instant createdAt, Instant updatedAt) {
        return new Trunk(id, spec, templateVersion, version, createdAt, updatedAt);
    }

    /** The old columns said "with registration" of every carrier; where there is none, the carrier's own default counts. */
    @Override
    public TrunkSpec offered(TrunkSpec spec, TemplateCatalog catalog) {
        Optional<TemplateField> auth = catalog.provider(spec.provider()).flatMap(template -> template.field("auth"));
        boolean isOffered = auth.filter(field ->
                        field.choices().containsKey(spec.fields().text("auth").orElse("")))
                .isPresent();
        return isOffered ? spec : spec.withFields(spec.fields().with(Map.of("auth", Optional.empty())));
    }

    @Override
    public Map<String, FieldValue> adopted(Map<String, @Nullable Object> row) {
        boolean registers = row.get("registration_enabled") == null || isTrue(row.get("registration_enabled"));
        String auth = IP.equals(row.get("auth_type")) ? IP : registers ? REGISTRATION : "credentials";
        return Map.of("auth", FieldValue.of(auth));
    }

    /** Drivers read a small number where the database has no booleans. */
    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || (value instanceof Number number && number.intValue() != 0);
    }
}

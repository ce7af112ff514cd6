package io.sipwright.jdbc;

import io.sipwright.store.ObjectKind;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SIP users in {@code sip_users}. */
final class UserMapping implements ObjectMapping<SipUser, SipUserSpec> {

    private static final List<FieldColumn> COLUMNS = List.of(
            FieldColumn.requiredSecret("secret"),
            FieldColumn.requiredText("extension"),
            FieldColumn.text("context"),
            FieldColumn.text("codecs"),
            FieldColumn.number("max_contacts"),
            FieldColumn.number("qualify_frequency"),
            FieldColumn.text("transport"),
            FieldColumn.text("callerid"),
            FieldColumn.text("voicemail"),
            FieldColumn.number("call_limit"));

    @Override
    public ObjectKind kind() {
        return ObjectKind.USER;
    }

    @Override
    public String table(Tables tables) {
        return tables.users();
    }

    @Override
    public String nameColumn() {
        return "username";
    }

    @Override
    public String templateColumn() {
        return "template_type";
    }

    @Override
    public List<FieldColumn> fieldColumns() {
        return COLUMNS;
    }

    @Override
    public Map<String, Object> extra(SipUserSpec spec) {
        return Map.of("notes", spec.notes());
    }

    @Override
    public SipUserSpec spec(
            String name,
            String template,
            boolean active,
            FieldValues fields,
            List<OptionOverride> overrides,
            Map<String, @Nullable Object> row) {
        Object notes = row.get("notes");
        SipUserSpec.Builder builder =
                SipUserSpec.builder(name, template).active(active).notes(notes == null ? "" : notes.toString());
        overrides.forEach(builder::override);
        return builder.build().withFields(fields);
    }

    @Override
    public SipUserSpec specOf(SipUser object) {
        return object.spec();
    }

    @Override
    public SipUser object(
            long id, SipUserSpec spec, int templateVersion, long version, Instant createdAt, Instant updatedAt) {
        return new SipUser(id, spec, templateVersion, version, createdAt, updatedAt);
    }

    @Override
    public SipUserSpec offered(SipUserSpec spec, TemplateCatalog catalog) {
        return spec;
    }

    @Override
    public Map<String, FieldValue> adopted(Map<String, @Nullable Object> row) {
        return Map.of();
    }
}

package io.sipwright.jdbc;

import io.sipwright.store.ObjectKind;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.template.TemplateCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What trunks and SIP users differ in, as far as their tables go.
 *
 * @param <T> an object as it is kept
 * @param <S> an object as it is described
 */
interface ObjectMapping<T extends ProvisionedObject, S extends ObjectSpec> {

    ObjectKind kind();

    String table(Tables tables);

    String nameColumn();

    String templateColumn();

    /** Columns of fields, in the order of the table. */
    List<FieldColumn> fieldColumns();

    /** Columns that only this kind has, besides those of fields. */
    Map<String, Object> extra(S spec);

    /** The object that a row describes, apart from its fields and overrides. */
    S spec(
            String name,
            String template,
            boolean active,
            FieldValues fields,
            List<OptionOverride> overrides,
            Map<String, @Nullable Object> row);

    T object(long id, S spec, int templateVersion, long version, Instant createdAt, Instant updatedAt);

    S specOf(T object);

    /** A spec from such a row, without what its template does not offer. */
    S offered(S spec, TemplateCatalog catalog);

    /** Fields that follow from columns of a row that was written before there were templates with fields. */
    Map<String, FieldValue> adopted(Map<String, @Nullable Object> row);
}

package io.sipwright.jdbc;

import io.sipwright.error.SipwrightException;
import io.sipwright.error.Suggestion;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.render.UnknownTemplateException;
import io.sipwright.secret.SecretCipher;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.ObjectQuery;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.template.TemplateCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of a database that is to be adopted. */
final class AdoptionCheck {

    private static final int PAGE = 500;

    /** Stands for the template of rows that name none. */
    private static final String NONE = "(none)";

    private final JdbcSession session;
    private final Renderer renderer;
    private final TemplateCatalog catalog;
    private final List<AdoptionFinding> findings = new ArrayList<>();
    private final Set<String> unreadable;
    private final Map<String, String> bearers = new HashMap<>();
    private final Map<ObjectKind, Integer> rows = new HashMap<>();
    private int plainSecrets;

    AdoptionCheck(JdbcSession session, TemplateCatalog catalog) {
        this.session = session;
        this.catalog = catalog;
        this.renderer = new Renderer(catalog, AsteriskVersion.V22, Stamps.off());
        findings.addAll(ColumnFindings.of(session));
        unreadable = findings.stream().map(AdoptionFinding::table).collect(Collectors.toSet());
        findings.addAll(SchemaFindings.of(session));
    }

    AdoptionReport report() {
        findings.sort(Comparator.comparing(finding -> !finding.blocks()));
        return new AdoptionReport(
                rows.getOrDefault(ObjectKind.USER, 0), rows.getOrDefault(ObjectKind.TRUNK, 0), plainSecrets, findings);
    }

    <T extends ProvisionedObject, S extends ObjectSpec> void look(ObjectMapping<T, S> mapping) {
        if (unreadable.contains(mapping.table(session.tables))) {
            return;
        }
        ObjectTable table = ObjectTable.asFound(session, mapping);
        RowCodec<T, S> codec = session.codec(mapping);
        Map<String, List<String>> unknownTemplates = new LinkedHashMap<>();
        LaterChanges laterChanges = new LaterChanges(catalog);
        String after = null;
        for (List<Map<String, @Nullable Object>> page = table.page(ObjectQuery.all(), null, PAGE);
                !page.isEmpty();
                page = table.page(ObjectQuery.all(), after, PAGE)) {
            for (Map<String, @Nullable Object> row : page) {
                after = String.valueOf(row.get(mapping.nameColumn()));
                checkName(mapping, after);
                if (row.get("field_values") == null) {
                    rows.merge(mapping.kind(), 1, Integer::sum);
                    countSecrets(mapping, row);
                    if (row.get(mapping.templateColumn()) == null) {
                        unknownTemplates
                                .computeIfAbsent(NONE, none -> new ArrayList<>())
                                .add(after);
                    } else {
                        T object = codec.read(row);
                        S spec = mapping.offered(mapping.specOf(object), catalog);
                        checkRendering(mapping, spec, unknownTemplates);
                        laterChanges.look(spec);
                    }
                }
            }
        }
        unknownTemplates.forEach((template, names) -> reportTemplate(mapping, template, names));
        findings.addAll(laterChanges.findings(mapping.table(session.tables)));
    }

    private void countSecrets(ObjectMapping<?, ?> mapping, Map<String, @Nullable Object> row) {
        mapping.fieldColumns().stream()
                .filter(FieldColumn::isSecret)
                .map(column -> row.get(column.column()))
                .filter(value -> value != null && !value.equals("") && !SecretCipher.looksSealed(value.toString()))
                .forEach(value -> plainSecrets++);
    }

    /** Names are unique over both tables, in any case. */
    private void checkName(ObjectMapping<?, ?> mapping, String name) {
        String table = mapping.table(session.tables);
        String earlier = bearers.putIfAbsent(NameTable.key(name), table + " '" + name + "'");
        if (earlier != null) {
            findings.add(new AdoptionFinding(
                    true,
                    table,
                    name,
                    "The name differs from that of " + earlier + " in nothing but its case, or not at all.",
                    "Rename one, for example: UPDATE " + table + " SET " + mapping.nameColumn() + " = "
                            + quoted(name + "-2") + " WHERE " + mapping.nameColumn() + " = " + quoted(name) + ";"));
        }
    }

    /** What can't be rendered would hold back every later change. */
    private void checkRendering(
            ObjectMapping<?, ?> mapping, ObjectSpec spec, Map<String, List<String>> unknownTemplates) {
        try {
            PjsipWriter.toBytes(
                    new PjsipDocument(mapping.kind() == ObjectKind.TRUNK ? renderer.trunk(spec) : renderer.user(spec)));
        } catch (UnknownTemplateException e) {
            unknownTemplates
                    .computeIfAbsent(spec.templateId(), template -> new ArrayList<>())
                    .add(spec.name());
        } catch (SipwrightException | IllegalArgumentException e) {
            findings.add(new AdoptionFinding(
                    true,
                    mapping.table(session.tables),
                    spec.name(),
                    "It can't be rendered: " + e.getMessage(),
                    "Mend it, or: UPDATE " + mapping.table(session.tables) + " SET is_active = FALSE WHERE "
                            + mapping.nameColumn() + " = " + quoted(spec.name()) + ";"));
        }
    }

    private void reportTemplate(ObjectMapping<?, ?> mapping, String template, List<String> names) {
        String table = mapping.table(session.tables);
        String column = mapping.templateColumn();
        boolean isNone = template.equals(NONE);
        findings.add(new AdoptionFinding(
                true,
                table,
                template,
                (isNone ? "No template is named; rows: " : "There is no such template; rows that name it: ")
                        + names.size() + " (" + LaterChanges.shortened(names) + ").",
                (isNone ? "For example: " : "Add it to the catalog, or for example: ")
                        + "UPDATE " + table + " SET " + column + " = " + quoted(likely(mapping.kind(), template))
                        + " WHERE " + column + (isNone ? " IS NULL" : " = " + quoted(template)) + ";"));
    }

    private String likely(ObjectKind kind, String template) {
        return kind == ObjectKind.TRUNK
                ? Suggestion.closest(template, catalog.providers().keySet()).orElse("custom_credential")
                : Suggestion.closest(template, catalog.userTemplates().keySet()).orElse("basic_user");
    }

    private String quoted(String text) {
        String escaped = session.database == Database.MARIADB ? text.replace("\\", "\\\\") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }
}

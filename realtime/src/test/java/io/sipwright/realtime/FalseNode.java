package io.sipwright.realtime;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.user.SipUserPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Ways in which an Asterisk is set up so that it does not run the rows that stand in the database. Each names an object that
 * must be found to differ after a change.
 */
enum FalseNode {
    READS_ANOTHER_DATABASE("endpoint dave MISSING", "reads another one", FalseNode::create, (files, modules) -> {
        TestDatabase other = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(other.dataSource()).run();
        files.computeIfPresent(
                "res_pgsql.conf", (file, text) -> text.replaceAll("dbname=.*", "dbname=" + other.name()));
    }),
    DATABASE_IS_NOT_THERE(
            "endpoint dave MISSING",
            "does not reach the database",
            FalseNode::create,
            (files, modules) -> files.computeIfPresent(
                    "res_pgsql.conf", (file, text) -> text.replaceAll("dbname=.*", "dbname=nowhere"))),
    TABLE_IS_NOT_THERE(
            "auth dave MISSING",
            "does not see rows of this type",
            FalseNode::create,
            (files, modules) -> files.computeIfPresent(
                    "extconfig.conf", (file, text) -> text.replace("sipwright,ps_auths", "sipwright,nothing"))),
    FAMILY_IS_NOT_MAPPED(
            "aor dave MISSING",
            "extconfig.conf",
            FalseNode::create,
            (files, modules) ->
                    files.computeIfPresent("extconfig.conf", (file, text) -> text.replaceAll("(?m)^ps_aors=.*$", ""))),
    TYPE_IS_NOT_MAPPED(
            "auth dave MISSING",
            "sorcery.conf lacks the line",
            FalseNode::create,
            (files, modules) -> files.computeIfPresent(
                    "sorcery.conf", (file, text) -> text.replaceAll("(?m)^auth=realtime.*$", ""))),
    DRIVER_IS_NOT_LOADED(
            "endpoint dave MISSING",
            "modules.conf",
            FalseNode::create,
            (files, modules) -> modules.remove("res_config_pgsql.so")),
    WIZARD_IS_NOT_LOADED(
            "endpoint dave MISSING",
            "modules.conf",
            FalseNode::create,
            (files, modules) -> modules.remove("res_sorcery_realtime.so")),
    FILE_COMES_FIRST(
            "auth alice OTHER_VERSION", "one of its files has it, too", FalseNode::password, (files, modules) -> {
                files.computeIfPresent(
                        "sorcery.conf",
                        (file, text) -> text.replaceAll("(?m)^(auth=realtime.*)\n(auth=config.*)$", "$2\n$1"));
                files.put("pjsip_users.conf", "[alice]\ntype=auth\nauth_type=userpass\nusername=alice\npassword=old\n");
            }),
    FILE_HAS_IT_TOO(
            "endpoint carol NOT_REMOVED",
            "one of its files has it, too",
            sipwright -> sipwright.users().delete("carol"),
            (files, modules) -> files.put("pjsip_users.conf", "[carol]\ntype=endpoint\ncontext=from-internal\n"));

    final String mustName;
    final String because;
    final Function<Sipwright, Provisioned<?>> change;
    private final BiConsumer<Map<String, String>, List<String>> sabotage;

    FalseNode(
            String mustName,
            String because,
            Function<Sipwright, Provisioned<?>> change,
            BiConsumer<Map<String, String>, List<String>> sabotage) {
        this.mustName = mustName;
        this.because = because;
        this.change = change;
        this.sabotage = sabotage;
    }

    /** Has an Asterisk be set up in this way. */
    AsteriskServer.Builder in(AsteriskServer.Builder builder, RealtimeConfiguration configuration) {
        Map<String, String> files = new TreeMap<>();
        configuration.files().forEach(file -> files.put(file.name(), file.text()));
        List<String> modules = new ArrayList<>(configuration.moduleNames());
        Map<String, String> before = Map.copyOf(files);
        sabotage.accept(files, modules);
        if (files.equals(before) && modules.equals(configuration.moduleNames())) {
            throw new IllegalStateException(this + " does nothing");
        }
        files.forEach(builder::file);
        modules.forEach(builder::module);
        return builder;
    }

    private static Provisioned<?> create(Sipwright sipwright) {
        return sipwright.users().create(Course.user("dave", FalseRow.OTHER_PASSWORD));
    }

    private static Provisioned<?> password(Sipwright sipwright) {
        return sipwright
                .users()
                .update(
                        "alice",
                        SipUserPatch.builder().secret(FalseRow.OTHER_PASSWORD).build());
    }
}

package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.secret.Secret;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RealtimeConfigurationTest {

    private static RealtimeConfiguration.Builder postgreSql(String password) {
        return RealtimeConfiguration.postgreSql("db.example.net", 5432, "pbx", "asterisk", Secret.of(password));
    }

    private static String text(RealtimeConfiguration configuration) {
        return configuration.files().stream()
                .map(file -> "### " + file.name() + "\n" + file.text())
                .collect(Collectors.joining());
    }

    @Test
    void files_for_postgresql() {
        assertThat(text(postgreSql("p'w; d").schema("voice").tablePrefix("x_").build()))
                .isEqualTo("""
                ### extconfig.conf
                [settings]
                ps_aors=pgsql,sipwright,voice.x_ps_aors
                ps_auths=pgsql,sipwright,voice.x_ps_auths
                ps_endpoints=pgsql,sipwright,voice.x_ps_endpoints
                ps_endpoint_id_ips=pgsql,sipwright,voice.x_ps_endpoint_id_ips
                ps_registrations=pgsql,sipwright,voice.x_ps_registrations
                ### res_pgsql.conf
                [general]
                dbhost=db.example.net
                dbport=5432
                dbname=pbx
                dbuser=asterisk
                dbpass='p\\'w\\; d'
                requirements=warn
                ### sorcery.conf
                [res_pjsip]
                endpoint=realtime,ps_endpoints
                endpoint=config,pjsip.conf,criteria=type=endpoint
                auth=realtime,ps_auths
                auth=config,pjsip.conf,criteria=type=auth
                aor=realtime,ps_aors
                aor=config,pjsip.conf,criteria=type=aor

                [res_pjsip_endpoint_identifier_ip]
                identify=realtime,ps_endpoint_id_ips
                identify=config,pjsip.conf,criteria=type=identify

                [res_pjsip_outbound_registration]
                registration=realtime,ps_registrations
                registration=config,pjsip.conf,criteria=type=registration
                """);
    }

    @Test
    void endpoints_and_aors_are_not_read_all_at_once_where_that_is_said() {
        assertThat(text(postgreSql("p").readingAll(false).build()))
                .contains("""
                [res_pjsip]
                endpoint=realtime,ps_endpoints,allow_unqualified_fetch=no
                endpoint=config,pjsip.conf,criteria=type=endpoint
                auth=realtime,ps_auths
                auth=config,pjsip.conf,criteria=type=auth
                aor=realtime,ps_aors,allow_unqualified_fetch=no
                aor=config,pjsip.conf,criteria=type=aor
                """)
                .contains("registration=realtime,ps_registrations\n");
    }

    @Test
    void files_for_mariadb() {
        RealtimeConfiguration configuration = RealtimeConfiguration.mariaDb(
                        "MariaDB Unicode", "db.example.net", 3306, "pbx", "asterisk", Secret.of("p;w"))
                .fallback("pjsip_fixed.conf")
                .build();
        assertThat(text(configuration))
                .contains("ps_aors=odbc,sipwright,ps_aors\n")
                .contains("""
                ### odbc.ini
                [sipwright]
                Driver=MariaDB Unicode
                Server=db.example.net
                Port=3306
                Database=pbx
                Charset=utf8mb4
                ### res_odbc.conf
                [sipwright]
                enabled=yes
                dsn=sipwright
                username=asterisk
                password=p\\;w
                pre-connect=yes
                max_connections=20
                """)
                .contains("auth=config,pjsip_fixed.conf,criteria=type=auth\n");
        assertThat(configuration.modules()).isEqualTo("""
                        load = res_odbc_transaction.so
                        load = res_odbc.so
                        load = res_config_odbc.so
                        load = res_sorcery_realtime.so
                        """);
    }

    @Test
    void what_asterisk_would_misread_is_refused() {
        for (String password :
                new String[] {"a\nb", "a\rb", "a\u0000b", "x".repeat(64), "é".repeat(32), "'".repeat(31)}) {
            assertThatThrownBy(() -> postgreSql(password))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain(password);
        }
        assertThat(text(postgreSql("x".repeat(63)).build())).contains("x".repeat(63));
        Secret secret = Secret.of("p");
        assertThatThrownBy(() -> RealtimeConfiguration.postgreSql("h", 5432, "d".repeat(50), "u", secret))
                .hasMessageContaining("database");
        assertThatThrownBy(() -> RealtimeConfiguration.postgreSql("", 5432, "d", "u", secret))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RealtimeConfiguration.postgreSql("h", 0, "d", "u", secret))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RealtimeConfiguration.mariaDb("d\nx", "h", 1, "d", "u", secret))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RealtimeConfiguration.mariaDb("d", "h", 1, "d", "u", Secret.of("a\nb")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> postgreSql("p").fallback("pjsip.conf\n[x]"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> postgreSql("p").schema("a;b").build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_shows_the_password() {
        RealtimeConfiguration configuration = postgreSql("hidden-one").build();
        assertThat(configuration.toString()).doesNotContain("hidden-one").contains("res_pgsql.conf");
        assertThat(configuration.files().toString()).doesNotContain("hidden-one");
    }
}

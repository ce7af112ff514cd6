package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.BatchProgress;
import io.sipwright.error.SipwrightException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No password is shown, wherever it stood and whatever became of it. */
class ImportSecrecyTest {

    private static final String CANARY = "Canary";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]\ntype=endpoint\nauth=a\naors=a\n[a]\ntype=aor\n[a]\ntype=auth\nusername=a\npassword=Canary\n",
                "[a]\ntype=endpoint\nauth=a\naors=a\n[a]\ntype=aor\n[a]\ntype=auth\nusername=a\npassword=Canary-8Kw-Tz4x-Lq\n",
                "[a]\ntype=endpoint\nauth=a\naors=a\n[a]\ntype=aor\n[a]\ntype=auth\nusername=a\nauth_type=md5\nmd5_cred=Canary\n",
                "[a]\ntype=endpoint\nauth=a\naors=a\n[a]\ntype=aor\n[a]\ntype=auth\nusername=a\npassword_digest=MD5:Canary\n",
                "[a]\ntype=endpoint\nauth=a\naors=b\nset_var=SECRET=Canary\n[a]\ntype=aor\n[a]\ntype=auth\nusername=a\npassword=Canary\n",
                "[a]\ntype=endpoint\nauth=a\naors=a\nset_var=SECRET=Canary\n[a]\ntype=aor\n[a]\ntype=auth\nusername=a\npassword=Canary\n",
                "[a]\ntype=endpoint\nauth=a\naors=a\nset_var=Canary\n[a]\ntype=aor\n[a]\ntype=auth\nusername=a\npassword=Canary\n",
                "; Canary\n[a] ; Canary\ntype=endpoint ; Canary\n;-- Canary --;\n",
                "[a]\ntype=endpoint\naors=a\n[a]\ntype=aor\ncontact=sip:u:Canary@h\n[a]\ntype=identify\nendpoint=a\nmatch=h\n",
                "[a]\ntype=endpoint\naors=a\n[a]\ntype=aor\ncontact=sip:u:Canary@h h\n[a]\ntype=identify\nendpoint=a\nmatch=h\n",
                "[a]\ntype=endpoint\naors=a\noutbound_proxy=sip:u:Canary@h\n[a]\ntype=aor\ncontact=sip:h\n",
                "[a]\ntype=registration\nserver_uri=sip:u:Canary@h\nclient_uri=sip:u:Canary@h\n",
                "[a]\ntype=auth\nusername=a\nrefresh_token=Canary\noauth_secret=Canary\n",
                "[a]\npassword Canary\n",
                "[a]\npassword\n=Canary\n",
                "password=Canary\n",
                "[a]\ntype=auth\npassword=;--Canary\n",
                "[a]\ntype=auth\n\\ password=Canary\n",
                "#include Canary\0\npassword=Canary",
                "[a]\ntype=auth\npassword=\u0001Canary\u007f\nusername=a\n[a]\ntype=endpoint\nauth=a\naors=a\n[a]\ntype=aor\n",
                "[a]\ntype=auth\npassword=CanaryCanary\u00e9 \u202e\nusername=a\n[a]\ntype=endpoint\nauth=a\naors=a\n[a]\ntype=aor\n",
            })
    void not_in_pjsip_conf(String text) {
        assertThat(shown("pjsip.conf", text)).isNotEmpty().doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inbound_auth/username=a\ninbound_auth/password=Canary\naccepts_auth=yes\naccepts_registrations=yes\n",
                "outbound_auth/username=a\noutbound_auth/password=Canary\nsends_auth=yes\nremote_hosts=h\n",
                "outbound_auth/password=Canary\nsends_auth=yes\nremote_hosts=h\n",
                "inbound_auth/password=Canary\nremote_hosts=h\n",
                "password=Canary\nremote_hosts=h\n",
                "remote_hosts=u:Canary@h\n",
                "remote_hosts=h\ncontact_pattern=sip:u:Canary@${REMOTE_HOST}\n",
                "remote_hosts=h\ncontact_pattern=sip:u:Canary@${OTHER}\n",
                "remote_hosts=h\nendpoint/set_var=A=Canary\nphoneprov/SECRET=Canary\n",
            })
    void not_in_the_wizard_s_file(String options) {
        assertThat(shown("pjsip_wizard.conf", "[a]\ntype=wizard\n" + options))
                .isNotEmpty()
                .doesNotContain(CANARY);
    }

    @Test
    void not_in_what_has_changed() {
        ImportBench bench = ImportBench.lenient();
        String phone = ImportBench.phone("anna");
        bench.read(phone.replace(ImportBench.SECRET, "Canary-1")).store(BatchProgress.ignored());

        PjsipImportPreview changed = bench.read(phone.replace(ImportBench.SECRET, "Canary-2"));

        assertThat(ImportBench.actions(changed)).containsExactly(io.sipwright.BatchPreview.Action.CHANGED);
        assertThat(all(changed)).doesNotContain(CANARY);
    }

    /** All that a program may write into a log. */
    private static String shown(String file, String text) {
        StringBuilder all = new StringBuilder();
        Stream.of(ImportBench.strict(), ImportBench.lenient()).forEach(bench -> {
            try {
                PjsipImportPreview preview = bench.importing().read(file, text);
                all.append(all(preview));
                all.append(preview.storeValid(BatchProgress.ignored()));
                preview.store(BatchProgress.ignored());
            } catch (SipwrightException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    all.append(cause).append('\n');
                }
            }
        });
        return all.toString();
    }

    private static String all(PjsipImportPreview preview) {
        return String.join(
                "\n",
                preview.toString(),
                preview.changes().toString(),
                preview.batch().toString(),
                preview.trunks().toString(),
                preview.users().toString(),
                preview.leftAlone().toString(),
                preview.remarks().toString(),
                preview.changes().violations().toString());
    }
}

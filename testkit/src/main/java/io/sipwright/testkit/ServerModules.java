package io.sipwright.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules a test server loads: what SIP calls need, so that it is up in a fraction of a second. */
final class ServerModules {
    private static final Pattern WANTED = Pattern.compile("res_sorcery_(config|memory|astdb)\\.so"
            + "|res_(pjproject|pjsip.*|rtp_asterisk|srtp|crypto|http_websocket|timing_timerfd)\\.so"
            + "|chan_pjsip\\.so|pbx_config\\.so|bridge_simple\\.so"
            + "|codec_(a_mu|alaw|ulaw|g722|gsm|resample|opus.*)\\.so|res_format_attr_.*\\.so"
            + "|app_(dial|echo|verbose)\\.so"
            + "|func_(sorcery|config|callerid|channel|global|logic|strings|pjsip_.*)\\.so");

    /** These want a configuration, or modules, of their own. */
    private static final Pattern UNWANTED =
            Pattern.compile("res_pjsip_(phoneprov|stir|geolocation|notify|config_wizard|publish_asterisk).*");

    private ServerModules() {}

    /** The content of modules.conf. */
    static String configuration(Path modules, List<String> more) {
        Stream<String> wanted = new SystemRoot(modules)
                .names("").stream()
                        .filter(name -> WANTED.matcher(name).matches()
                                && !UNWANTED.matcher(name).matches());
        StringBuilder text = new StringBuilder("[modules]\nautoload = no\npreload = res_sorcery_config.so\n");
        Stream.concat(wanted, more.stream())
                .forEach(name -> text.append("load = ").append(name).append('\n'));
        return text.toString();
    }
}

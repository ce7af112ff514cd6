package io.sipwright.ami;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the modules are loaded that our objects need. */
final class ModulesCheck {
    private static final Map<String, String> BY_TYPE = new LinkedHashMap<>();
    /** Codecs that another module than {@code codec_<name>} translates. */
    private static final Map<String, List<String>> CODECS = Map.of(
            "opus", List.of("codec_opus", "codec_opus_open_source"),
            "g729", List.of("codec_g729", "codec_g729a"));
    /** Those with a module of translation. */
    private static final List<String> TRANSLATED =
            List.of("ulaw", "alaw", "gsm", "g722", "g726", "g729", "opus", "ilbc", "speex", "lpc10");

    static {
        BY_TYPE.put("registration", "res_pjsip_outbound_registration.so");
        BY_TYPE.put("identify", "res_pjsip_endpoint_identifier_ip.so");
        BY_TYPE.put("aor", "res_pjsip_registrar.so");
        BY_TYPE.put("endpoint", "chan_pjsip.so");
        BY_TYPE.put("auth", "res_pjsip_authenticator_digest.so");
    }

    private final AsteriskAsked asked;
    private final Needs needs;

    ModulesCheck(AsteriskAsked asked, Needs needs) {
        this.asked = asked;
        this.needs = needs;
    }

    void run(Diagnosis diagnosis) throws AmiException {
        if (!asked.may("ModuleCheck")) {
            diagnosis.advice(
                    "modules-unknown",
                    "It cannot be seen which modules are loaded: that needs the right 'system'",
                    "Give the account 'write = system,reporting' in manager.conf.");
            return;
        }
        if (!asked.isLoaded(Actions.MODULE)) {
            missing(Actions.MODULE, "without it there is no PJSIP", diagnosis);
            return;
        }
        for (var need : BY_TYPE.entrySet()) {
            if (needs.types.contains(need.getKey()) && !asked.isLoaded(need.getValue())) {
                missing(need.getValue(), "objects of the type '" + need.getKey() + "' need it", diagnosis);
            }
        }
        if (!asked.isLoaded("func_sorcery.so")) {
            diagnosis.warning(
                    "module-stamps",
                    "The module func_sorcery.so is not loaded: stamps cannot be read, and a sample of options is compared"
                            + " in their place",
                    "Load it in modules.conf, and 'module load func_sorcery.so'.");
        }
        for (String codec : needs.codecs) {
            codec(codec, diagnosis);
        }
    }

    private static void missing(String module, String why, Diagnosis diagnosis) {
        diagnosis.error(
                "module-missing",
                "The module " + module + " is not loaded; " + why,
                "Load it in modules.conf, and 'module load " + module + "'; see Asterisk's log if it does not.");
    }

    private void codec(String codec, Diagnosis diagnosis) throws AmiException {
        if (!TRANSLATED.contains(codec)) {
            return;
        }
        for (String module : CODECS.getOrDefault(codec, List.of("codec_" + codec))) {
            if (asked.isLoaded(module + ".so")) {
                return;
            }
        }
        diagnosis.advice(
                "codec-not-translated",
                "No module translates the codec " + codec + ": it works only where both sides of a call have it",
                "Load a module for it, or take it out of the codecs.");
    }
}

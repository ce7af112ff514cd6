package io.sipwright.spring;

import io.sipwright.target.ConfigFiles;
import io.sipwright.target.Target;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;

/** Where the objects of nodes go. */
record NodeTargets(
        SipwrightProperties.Files files, SipwrightProperties.Realtime realtime, ObjectProvider<SharedRows> rows) {

    Target of(NodeSettings node) {
        return node.hasFiles() ? files(node.directory()) : rows(node);
    }

    private Target rows(NodeSettings node) {
        if (!realtime.enabled()) {
            throw new SettingException(
                    node.prefix() + ".publish-by",
                    "no rows are written, as sipwright.realtime.enabled is false",
                    "Set sipwright.realtime.enabled=true, with sipwright-realtime on the class path, or leave this out.",
                    null);
        }
        SharedRows shared = rows.getIfAvailable();
        if (shared == null) {
            throw new SettingException(
                    "sipwright.realtime.enabled",
                    "nothing here writes rows",
                    "Add sipwright-realtime to the class path, and spring-boot-starter-jdbc if it is not there; or set it"
                            + " to false, so that files are written.",
                    null);
        }
        return shared.target();
    }

    private ConfigFiles files(Path directory) {
        ConfigFiles.Builder builder =
                ConfigFiles.builder(directory).onDrift(files.onDrift()).lockTimeout(files.lockTimeout());
        try {
            builder.mode(files.mode());
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "sipwright.files.mode",
                    e.getMessage(),
                    "Write it as ls does, without rights for others, such as rw-r-----.",
                    e);
        }
        if (files.group() != null) {
            builder.group(files.group());
        }
        return builder.build();
    }
}

package io.sipwright.spring;

import io.sipwright.apply.Node;
import io.sipwright.spring.SipwrightProperties.Ami;
import io.sipwright.spring.SipwrightProperties.NodeProperties;
import io.sipwright.spring.SipwrightProperties.PublishBy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.StringUtils;

/**
 * What the properties say of one node, with what they say of all.
 *
 * @param prefix what the names of its properties begin with
 */
record NodeSettings(
        String name, String prefix, PublishBy publishBy, Path directory, Ami ami, SipwrightAriProperties ari) {

    /** Of all nodes. */
    static List<NodeSettings> of(SipwrightProperties all, SipwrightAriProperties ari) {
        PublishBy usual = all.realtime().enabled() ? PublishBy.ROWS : PublishBy.FILES;
        List<NodeSettings> nodes = new ArrayList<>();
        if (all.nodes().isEmpty()) {
            nodes.add(new NodeSettings(Node.DEFAULT_NAME, "sipwright", usual, all.configDirectory(), all.ami(), ari));
        }
        all.nodes().forEach((name, node) -> nodes.add(of(name, node, all, ari, usual)));
        if (StringUtils.hasText(ari.username()) && nodes.stream().noneMatch(NodeSettings::hasFiles)) {
            throw noFiles("sipwright.ari", "sipwright.realtime.enabled=false");
        }
        return nodes;
    }

    private static NodeSettings of(
            String name, NodeProperties node, SipwrightProperties all, SipwrightAriProperties ari, PublishBy usual) {
        String prefix = "sipwright.nodes." + name;
        NodeSettings settings = new NodeSettings(
                name,
                prefix,
                node.publishBy() == null ? usual : node.publishBy(),
                node.configDirectory() == null ? all.configDirectory() : node.configDirectory(),
                node.ami().over(all.ami()),
                node.ari().over(ari));
        if (!settings.hasFiles() && !node.ari().isEmpty()) {
            throw noFiles(prefix + ".ari", prefix + ".publish-by=files");
        }
        return settings;
    }

    private static SettingException noFiles(String prefix, String remedy) {
        return new SettingException(
                prefix,
                "the overlay puts off the reload of files, and there are only rows, which need none",
                "Remove what begins with " + prefix + ", or set " + remedy + ".",
                null);
    }

    boolean hasFiles() {
        return publishBy == PublishBy.FILES;
    }
}

package io.sipwright.spring;

import io.sipwright.apply.Node;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightProperties.Ami;
import io.sipwright.target.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;

/** Makes the nodes that the properties tell of. */
final class NodeFactory {

    private final SipwrightProperties properties;
    private final ReloaderFactory reloaders;

    NodeFactory(SipwrightProperties properties, ReloaderFactory reloaders) {
        this.properties = properties;
        this.reloaders = reloaders;
    }

    SipwrightNodes nodes() {
        List<Node> nodes = new ArrayList<>();
        Map<String, AsteriskObserver> observers = new LinkedHashMap<>();
        if (properties.nodes().isEmpty()) {
            add(Node.DEFAULT_NAME, "sipwright.ami", properties.configDirectory(), properties.ami(), nodes, observers);
        }
        properties.nodes().forEach((name, node) -> {
            Path directory = node.configDirectory() == null ? properties.configDirectory() : node.configDirectory();
            String property = "sipwright.nodes." + name + ".ami";
            add(name, property, directory, node.ami().over(properties.ami()), nodes, observers);
        });
        return new SipwrightNodes(nodes, observers);
    }

    private void add(
            String name,
            String property,
            Path directory,
            Ami ami,
            List<Node> nodes,
            Map<String, AsteriskObserver> observers) {
        Reloader reloader = reloader(property, ami);
        nodes.add(node(name, files(directory), reloader));
        reloaders.observer(reloader).ifPresent(observer -> observers.put(name, observer));
    }

    private static Node node(String name, ConfigFiles files, Reloader reloader) {
        try {
            return new Node(name, files, reloader);
        } catch (IllegalArgumentException e) {
            throw new SettingException("sipwright.nodes." + name, e.getMessage(), "Give the node another name.", e);
        }
    }

    private Reloader reloader(String property, Ami ami) {
        if (!StringUtils.hasText(ami.username())) {
            return Reloader.none();
        }
        if (!StringUtils.hasText(ami.password())) {
            throw new SettingException(
                    property + ".password",
                    "the manager account '" + ami.username() + "' needs a password",
                    "Set it, from the environment if this file is shared; without " + property
                            + ".username nothing is reloaded.",
                    null);
        }
        return reloaders.reloader(property, ami, ami.username(), ami.password());
    }

    private ConfigFiles files(Path directory) {
        SipwrightProperties.Files files = properties.files();
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

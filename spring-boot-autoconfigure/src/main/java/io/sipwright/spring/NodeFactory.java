package io.sipwright.spring;

import io.sipwright.apply.Node;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightProperties.Ami;
import io.sipwright.spring.SipwrightProperties.NodeProperties;
import io.sipwright.target.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Makes the nodes that the properties tell of. */
final class NodeFactory {

    private final SipwrightProperties properties;
    private final ReloaderFactory reloaders;

    NodeFactory(SipwrightProperties properties, ReloaderFactory reloaders) {
        this.properties = properties;
        this.reloaders = reloaders;
    }

    SipwrightNodes nodes() {
        Map<String, NodeProperties> all = configured();
        List<Node> nodes = new ArrayList<>();
        Map<String, AsteriskObserver> observers = new LinkedHashMap<>();
        all.forEach((name, node) -> {
            Reloader reloader = reloader(name, node.ami());
            nodes.add(new Node(name, files(node.configDirectory()), reloader));
            reloaders.observer(reloader).ifPresent(observer -> observers.put(name, observer));
        });
        return new SipwrightNodes(nodes, observers);
    }

    private Map<String, NodeProperties> configured() {
        if (!properties.nodes().isEmpty()) {
            return properties.nodes();
        }
        return Map.of(Node.DEFAULT_NAME, new NodeProperties(properties.configDirectory(), properties.ami()));
    }

    private Reloader reloader(String name, Ami ami) {
        if (ami.username() == null) {
            return Reloader.none();
        }
        if (ami.password() == null) {
            String property = properties.nodes().isEmpty() ? "sipwright.ami" : "sipwright.nodes." + name + ".ami";
            throw new InvalidConfigurationPropertyValueException(
                    property + ".password", null, "The manager account '" + ami.username() + "' needs a password");
        }
        return reloaders.reloader(ami, ami.username(), ami.password());
    }

    private ConfigFiles files(Path directory) {
        SipwrightProperties.Files files = properties.files();
        ConfigFiles.Builder builder = ConfigFiles.builder(directory)
                .mode(files.mode())
                .onDrift(files.onDrift())
                .lockTimeout(files.lockTimeout());
        if (files.group() != null) {
            builder.group(files.group());
        }
        return builder.build();
    }
}

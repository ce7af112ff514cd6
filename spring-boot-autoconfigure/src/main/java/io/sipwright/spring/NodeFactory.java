package io.sipwright.spring;

import io.sipwright.apply.Node;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the nodes that the properties tell of. */
record NodeFactory(List<NodeSettings> settings, NodeTargets targets, NodeReloaders reloaders) {

    SipwrightNodes nodes() {
        List<Node> nodes = new ArrayList<>();
        Map<String, AsteriskObserver> observers = new LinkedHashMap<>();
        for (NodeSettings node : settings) {
            Reloader reloader = reloaders.reloader(node);
            nodes.add(node(node, targets.of(node), reloaders.overlaid(node, reloader)));
            reloaders.reloaders().observer(reloader).ifPresent(observer -> observers.put(node.name(), observer));
        }
        return new SipwrightNodes(nodes, observers);
    }

    private static Node node(NodeSettings node, Target target, Reloader reloader) {
        try {
            return new Node(node.name(), target, reloader);
        } catch (IllegalArgumentException e) {
            throw new SettingException(node.prefix(), e.getMessage(), "Give the node another name.", e);
        }
    }
}

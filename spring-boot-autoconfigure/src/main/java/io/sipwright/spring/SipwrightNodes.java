package io.sipwright.spring;

import io.sipwright.apply.Node;
import io.sipwright.reload.AsteriskObserver;
import java.util.List;
import java.util.Map;

/**
 * The Asterisks that are provisioned. Define a bean of this type to have other ones than the properties say.
 *
 * @param nodes each with where its files go, and how it reloads; closed with the Sipwright
 * @param observers by name of the node, for those whose registrations and contacts can be asked for; closed with this
 */
public record SipwrightNodes(List<Node> nodes, Map<String, AsteriskObserver> observers) implements AutoCloseable {

    public SipwrightNodes {
        nodes = List.copyOf(nodes);
        observers = Map.copyOf(observers);
    }

    @Override
    public void close() {
        observers.values().forEach(AsteriskObserver::close);
    }
}

package io.sipwright.spring.actuate;

import io.sipwright.Sipwright;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The endpoint {@code sipwright}: how far each node is, from memory. A bean of this type replaces it.
 *
 * <p>It answers with names and addresses of trunks and users where Asterisk refuses them, and never with passwords.
 */
@Endpoint(id = "sipwright")
public class SipwrightEndpoint {

    private final Sipwright sipwright;

    /** An endpoint that tells of this one. */
    public SipwrightEndpoint(Sipwright sipwright) {
        this.sipwright = sipwright;
    }

    @ReadOperation
    StatusDescriptor status() {
        return new StatusDescriptor(
                sipwright.status().stream().map(NodeDescriptor::of).toList());
    }

    @ReadOperation
    @Nullable
    NodeDescriptor node(@Selector String node) {
        return sipwright.status().stream()
                .filter(status -> status.node().equals(node))
                .findFirst()
                .map(NodeDescriptor::of)
                .orElse(null);
    }

    /** All nodes, sorted by name. */
    record StatusDescriptor(List<NodeDescriptor> nodes) implements OperationResponseBody {}
}

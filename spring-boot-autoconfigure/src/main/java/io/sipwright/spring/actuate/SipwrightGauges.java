package io.sipwright.spring.actuate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sipwright.Sipwright;
import io.sipwright.apply.NodeStatus;
import java.util.function.ToDoubleFunction;

/**
 * Shows how far each node is, at the moment that it is read; each gauge bears the tag {@code node}. No number is known before
 * the first round.
 *
 * <ul>
 *   <li>{@code sipwright.generation.desired}: the newest generation that is wanted
 *   <li>{@code sipwright.generation.written}: the newest that the files hold
 *   <li>{@code sipwright.generation.verified}: the newest that was seen running
 *   <li>{@code sipwright.generation.lag}: how many generations are wanted and not seen running; where no one looks at what
 *       runs, not written
 *   <li>{@code sipwright.objects.rejected}: objects that Asterisk does not run now as they were written
 *   <li>{@code sipwright.drifted}: 1 while someone else's edit stands in the way, otherwise 0
 * </ul>
 */
final class SipwrightGauges implements MeterBinder {

    private final Sipwright sipwright;

    SipwrightGauges(Sipwright sipwright) {
        this.sipwright = sipwright;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (NodeStatus status : sipwright.status()) {
            Binding node = new Binding(status.node(), registry);
            node.gauge("sipwright.generation.desired", "Newest generation wanted", s -> known(s.desiredGeneration()));
            node.gauge(
                    "sipwright.generation.written",
                    "Newest generation in the files",
                    s -> known(s.writtenGeneration()));
            node.gauge(
                    "sipwright.generation.verified",
                    "Newest generation seen running",
                    s -> known(s.verifiedGeneration()));
            node.gauge("sipwright.generation.lag", "Generations that are wanted and not there", SipwrightGauges::lag);
            node.gauge(
                    "sipwright.objects.rejected",
                    "Objects that Asterisk does not run as they were written",
                    s -> new NodeProgress(s).rejectedObjects());
            node.gauge(
                    "sipwright.drifted",
                    "Whether someone else's edit stands in the way",
                    s -> new NodeProgress(s).isDrifted() ? 1 : 0);
        }
    }

    private static double known(long generation) {
        return generation < 0 ? Double.NaN : generation;
    }

    private static double lag(NodeStatus status) {
        return known(status.desiredGeneration()) - Math.max(0, new NodeProgress(status).reached());
    }

    private double read(String node, ToDoubleFunction<NodeStatus> value) {
        return sipwright.status().stream()
                .filter(status -> status.node().equals(node))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** One node in one registry. */
    private final class Binding {

        private final String node;
        private final MeterRegistry registry;

        Binding(String node, MeterRegistry registry) {
            this.node = node;
            this.registry = registry;
        }

        void gauge(String name, String description, ToDoubleFunction<NodeStatus> value) {
            Gauge.builder(name, SipwrightGauges.this, gauges -> gauges.read(node, value))
                    .description(description)
                    .tag("node", node)
                    .register(registry);
        }
    }
}

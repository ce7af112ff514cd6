package io.sipwright.spring;

import io.sipwright.apply.Node;
import io.sipwright.spring.SipwrightDoctor.Finding;
import java.util.List;
import java.util.Optional;

/** Looks at what a node has that not every node has; the doctor asks all beans of this type. */
interface NodeExaminer {

    /** What is wrong; empty if this node has nothing that it knows. */
    Optional<List<Finding>> examine(Node node);
}

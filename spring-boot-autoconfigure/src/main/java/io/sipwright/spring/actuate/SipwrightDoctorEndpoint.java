package io.sipwright.spring.actuate;

import io.sipwright.spring.SipwrightDoctor;
import io.sipwright.spring.SipwrightDoctor.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The endpoint {@code sipwrightdoctor}: what is wrong, looked for now. It is one of its own, because it connects to each
 * Asterisk and takes seconds: who may read the status need not be let do that. A bean of this type replaces it.
 */
@Endpoint(id = "sipwrightdoctor")
public class SipwrightDoctorEndpoint {

    private final SipwrightDoctor doctor;

    /** An endpoint that has this doctor look. */
    public SipwrightDoctorEndpoint(SipwrightDoctor doctor) {
        this.doctor = doctor;
    }

    @ReadOperation
    ExaminationDescriptor examine() {
        return new ExaminationDescriptor(doctor.examine());
    }

    @ReadOperation
    @Nullable
    ExaminationDescriptor examineNode(@Selector String node) {
        return doctor.examine(node)
                .map(findings -> new ExaminationDescriptor(Map.of(node, findings)))
                .orElse(null);
    }

    /** Findings by name of the node. */
    record ExaminationDescriptor(Map<String, List<Finding>> nodes) implements OperationResponseBody {}
}

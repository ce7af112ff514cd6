package io.sipwright.benchmarks;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.SpecValidator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The check of each user of a batch of new ones, without any store. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class ValidationBenchmark {

    private static final int USERS = 10_000;

    /** An empty store. */
    private static final Neighbours NONE = new Neighbours() {
        @Override
        public Optional<TrunkSpec> trunk(String name) {
            return Optional.empty();
        }

        @Override
        public boolean hasUser(String name) {
            return false;
        }

        @Override
        public Optional<String> sectionOwner(String sectionName) {
            return Optional.empty();
        }

        @Override
        public Stream<TrunkSpec> trunks() {
            return Stream.empty();
        }
    };

    private SpecValidator validator;
    private List<SipUserSpec> users;

    /** Makes the users, normalized as the library does it before it checks them. */
    @Setup
    public void setUp() {
        validator = new SpecValidator(
                TemplateCatalog.shipped(),
                AsteriskVersion.V22,
                SecretPolicy.standard(),
                SpecValidator.USUAL_TRANSPORTS,
                Locale.ROOT);
        users = Account.make(USERS).stream()
                .map(Account::toSpec)
                .map(validator::normalize)
                .toList();
    }

    /** Checks all. */
    @Benchmark
    public int check() {
        int violations = 0;
        for (SipUserSpec user : users) {
            violations += validator.check(user, true, NONE).size();
        }
        if (violations > 0) {
            throw new IllegalStateException("a user of the benchmark is wrong");
        }
        return violations;
    }
}

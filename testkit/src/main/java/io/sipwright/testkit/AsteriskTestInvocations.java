package io.sipwright.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes one invocation of an {@link AsteriskTest} for each of its versions. */
final class AsteriskTestInvocations implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), AsteriskTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        int[] versions = AnnotationSupport.findAnnotation(context.getTestMethod(), AsteriskTest.class)
                .map(AsteriskTest::versions)
                .orElseThrow();
        return Arrays.stream(versions).mapToObj(Invocation::new);
    }

    private record Invocation(int major) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return "[Asterisk " + major + "]";
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new AsteriskInvocation(major));
        }
    }
}

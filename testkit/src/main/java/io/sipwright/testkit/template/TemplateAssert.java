package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.Advice;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateLinter;
import io.sipwright.template.UserTemplate;
import io.sipwright.testkit.AsteriskServer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** What holds of a template. Not thread-safe. */
public final class TemplateAssert extends AbstractAssert<TemplateAssert, Template> {

    private static final int SHOWN = 10;

    TemplateAssert(Template actual) {
        super(actual, TemplateAssert.class);
    }

    /**
     * Whatever it accepts, it renders what each version of Asterisk takes: with the least, with everything, with every
     * choice, with every two settings of every two fields, with the shortest, the longest and odd values. Each passes the
     * library's validation, is written, read back and compared, and known to Asterisk option by option.
     */
    public TemplateAssert rendersValidPjsipFor(AsteriskVersion first, AsteriskVersion... more) {
        isNotNull();
        List<AsteriskVersion> versions =
                Stream.concat(Stream.of(first), Stream.of(more)).distinct().toList();
        fail("renders no valid PJSIP for Asterisk " + join(versions), TemplateTrial.faults(actual, versions));
        return this;
    }

    /**
     * A running Asterisk loads all of its {@link TemplateSamples} without a warning, and runs each section as it was
     * written. Nothing is registered anywhere and no carrier asked. The server's files are empty afterwards.
     */
    public TemplateAssert loadsInto(AsteriskServer... servers) {
        isNotNull();
        for (AsteriskServer server : servers) {
            fail(
                    "is not loaded by " + server.installation(),
                    TemplateLoading.into(server, List.of(actual)).faults());
        }
        return this;
    }

    /**
     * What it renders of some specs is what a golden file says; see {@link GoldenFile}. Without a spec: of its samples with
     * the least and with everything.
     */
    public TemplateAssert matchesGolden(Path file, AsteriskVersion version, ObjectSpec... specs) {
        isNotNull();
        List<? extends ObjectSpec> all = specs.length > 0 ? List.of(specs) : ends();
        GoldenFile.at(file).check(GoldenText.of(actual, version, all));
        return this;
    }

    /**
     * {@link TemplateLinter} has nothing to say, apart from what the template itself accepts with a reason.
     *
     * @param except codes that do not count
     */
    public TemplateAssert hasNoAdvice(String... except) {
        isNotNull();
        Set<String> known = TemplateLinter.codes();
        for (String code : except) {
            if (!known.contains(code)) {
                throw new IllegalArgumentException("'" + code + "' is no code of advice; there are " + known);
            }
        }
        List<Advice> advice = TemplateLinter.lint(actual).stream()
                .filter(each -> !Set.of(except).contains(each.code()))
                .toList();
        if (!advice.isEmpty()) {
            failWithMessage(
                    "%s",
                    "Template " + actual.id() + " gives reason for advice:\n  "
                            + advice.stream().map(Advice::toString).collect(Collectors.joining("\n  ")));
        }
        return this;
    }

    private List<? extends ObjectSpec> ends() {
        return actual instanceof ProviderTemplate provider
                ? TemplateSamples.ends(new TrunkForm(provider))
                : TemplateSamples.ends(new UserForm((UserTemplate) actual));
    }

    private void fail(String what, Collection<Fault> faults) {
        if (!faults.isEmpty()) {
            String shown = faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("\n  "));
            int rest = faults.size() - SHOWN;
            failWithMessage(
                    "%s",
                    "Template " + actual.id() + " " + what + ":\n  " + shown
                            + (rest > 0 ? "\n  and " + rest + " more" : ""));
        }
    }

    private static String join(List<AsteriskVersion> versions) {
        return versions.stream().map(AsteriskVersion::toString).collect(Collectors.joining(", "));
    }
}

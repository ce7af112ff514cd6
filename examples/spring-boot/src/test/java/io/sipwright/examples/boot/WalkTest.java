package io.sipwright.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What README.md tells to type is answered as it says. */
@Timeout(240)
class WalkTest {

    /** What to type, and the block that follows it. */
    private static final Pattern STEP = Pattern.compile(
            "^```sh\\n(.*?)^```\\n+^```(?:json|http)\\n(.*?)^```\\n", Pattern.MULTILINE | Pattern.DOTALL);

    private static final String LEFT_OUT = "…";

    @TempDir
    Path temporary;

    private record Step(String command, String answer) {}

    @Test
    void theReadmeIsTrue() throws Exception {
        assumeTrue(isInstalled("bash") && isInstalled("curl"), "there is no bash, or no curl");
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        List<Step> steps = steps(readme);
        assertThat(steps).as("every command has its answer").hasSize(readme.split("(?m)^```sh$", -1).length - 1);
        try (RunningServer server =
                RunningServer.start(temporary.resolve("server"), temporary.resolve("log"), Map.of())) {
            for (Step step : steps) {
                assertThat(squeezed(run(step.command(), server)))
                        .as(step.command())
                        .matches(pattern(step.answer()));
            }
        }
    }

    private static List<Step> steps(String readme) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(readme);
        while (matcher.find()) {
            steps.add(new Step(matcher.group(1), matcher.group(2)));
        }
        return steps;
    }

    private String run(String command, RunningServer server) throws IOException, InterruptedException {
        Path output = temporary.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().put("SERVER", server.address().toString());
        bash.environment().put("TOKEN", server.token());
        Process process = bash.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
        assertThat(process.exitValue()).as(command).isZero();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** The answers of the server have no line breaks, those of the README are to be read by people. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Pattern pattern(String answer) {
        return Pattern.compile(
                Arrays.stream(squeezed(answer).split(LEFT_OUT, -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}

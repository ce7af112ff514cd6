package io.sipwright.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a test's Asterisk over its manager interface (AMI) what it has really loaded.
 *
 * <p>Every answer is waited for at most {@value #LIMIT_SECONDS} seconds. All methods throw {@link AsteriskException}
 * if the connection fails or the answer does not come, and {@link IllegalArgumentException} for a name or value with a
 * line break or NUL in it. Not thread-safe.
 */
public final class AmiProbe implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;
    private static final Duration LIMIT = Duration.ofSeconds(LIMIT_SECONDS);
    private static final Pattern CATEGORY = Pattern.compile("(?i)Category-(\\d+)");
    private static final Pattern LINE = Pattern.compile("(?i)Line-(\\d+)-\\d+");

    private final AmiConnection connection;
    private long actions;

    private AmiProbe(AmiConnection connection) {
        this.connection = connection;
    }

    /** Connects and logs in. */
    public static AmiProbe connect(String host, int port, String user, String secret) {
        AmiConnection connection;
        try {
            connection = new AmiConnection(host, port, Deadline.in(LIMIT));
        } catch (IOException e) {
            throw new AsteriskException("No manager interface at " + host + ":" + port, e);
        }
        AmiProbe probe = new AmiProbe(connection);
        try {
            AmiMessage answer = probe.send("Login", Map.of("Username", user, "Secret", secret, "Events", "off"));
            if (!answer.isSuccess()) {
                throw new AsteriskException("AMI login of " + user + " refused: " + reason(answer));
            }
            return probe;
        } catch (RuntimeException e) {
            probe.close();
            throw e;
        }
    }

    /** Sends an action and returns its response; a list that follows it is skipped. */
    public AmiMessage send(String action, Map<String, String> headers) {
        return exchange(action, headers, false).get(0);
    }

    /**
     * Sends an action whose answer is a list of events, e.g. {@code PJSIPShowEndpoints}.
     *
     * @return the response, the events, and the event that ends the list; the response alone if it is an error
     */
    public List<AmiMessage> list(String action, Map<String, String> headers) {
        return exchange(action, headers, true);
    }

    /** What a file of the configuration directory holds, includes followed, in the order of the file. */
    public List<ConfigSection> getConfig(String file) {
        AmiMessage answer = send("GetConfig", Map.of("Filename", file));
        if (!answer.isSuccess()) {
            throw new AsteriskException("GetConfig of " + file + " refused: " + reason(answer));
        }
        // By number, not by name: two sections may have the same name, and no line at all.
        Map<Integer, String> names = new TreeMap<>();
        Map<Integer, List<String>> lines = new TreeMap<>();
        for (Map.Entry<String, String> header : answer.headers()) {
            Matcher category = CATEGORY.matcher(header.getKey());
            Matcher line = LINE.matcher(header.getKey());
            if (category.matches()) {
                names.put(Integer.valueOf(category.group(1)), header.getValue());
            } else if (line.matches()) {
                lines.computeIfAbsent(Integer.valueOf(line.group(1)), number -> new ArrayList<>())
                        .add(header.getValue());
            }
        }
        List<ConfigSection> sections = new ArrayList<>();
        names.forEach((number, name) -> sections.add(new ConfigSection(name, lines.getOrDefault(number, List.of()))));
        return sections;
    }

    /** A field of a loaded PJSIP object in Asterisk's own spelling; empty if there is no such object or field. */
    public String sorcery(String type, String id, String field) {
        String variable = "AST_SORCERY(res_pjsip," + type + "," + id + "," + field + ")";
        return send("Getvar", Map.of("Variable", variable)).first("Value").orElse("");
    }

    /** Reloads the PJSIP configuration and waits for the end; says nothing about what was accepted. */
    public void reload() {
        Deadline deadline = Deadline.in(LIMIT);
        AmiMessage answer = send("Reload", Map.of("Module", "res_pjsip.so"));
        while (!answer.isSuccess() && reason(answer).contains("in progress") && !deadline.isOver()) {
            deadline.pause();
            answer = send("Reload", Map.of("Module", "res_pjsip.so"));
        }
        if (!answer.isSuccess()) {
            throw new AsteriskException("Reload refused: " + reason(answer));
        }
    }

    private List<AmiMessage> exchange(String action, Map<String, String> headers, boolean list) {
        String id = "sipwright-" + ++actions;
        List<Map.Entry<String, String>> request = new ArrayList<>();
        request.add(Map.entry("Action", action));
        request.add(Map.entry("ActionID", id));
        request.addAll(headers.entrySet());
        try {
            connection.write(request);
            return answer(id, list, Deadline.in(LIMIT));
        } catch (IOException e) {
            throw new AsteriskException("No answer to the AMI action " + action, e);
        }
    }

    private List<AmiMessage> answer(String id, boolean list, Deadline deadline) throws IOException {
        List<AmiMessage> answer = new ArrayList<>();
        while (true) {
            AmiMessage message = connection.read(deadline);
            if (!message.all("ActionID").contains(id)) {
                continue;
            }
            answer.add(message);
            boolean open = list
                    && answer.get(0).isSuccess()
                    && message.first("EventList")
                            .filter("Complete"::equalsIgnoreCase)
                            .isEmpty();
            if (!open) {
                return answer;
            }
        }
    }

    private static String reason(AmiMessage answer) {
        return answer.first("Message").orElse("no reason given");
    }

    /** Ends the connection. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new AsteriskException("Cannot close the manager connection", e);
        }
    }
}

package io.sipwright.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.store.ObjectQuery;
import io.sipwright.trunk.TrunkPatch;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks over the contract and sends what no one should to each operation, parameter and member of a body, with each token.
 * Tries some of the values at each, drawn with -Dwalk.seed=, and more of them with -Dwalk=full.
 */
class WalkTest {

    private static final boolean FULL = "full".equals(System.getProperty("walk"));
    private static final int SHARE = FULL ? 24 : 4;
    /** Operations for which something must wait to be confirmed. */
    private static final Set<String> ENDS = Set.of("confirmChanges", "goBack");

    private static final long SEED = Long.getLong("walk.seed", 20_260_101);
    private static final String CANARY = "Canary-Sings-4-Ever";

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final Set<String> trunks = new TreeSet<>();
    private final Set<String> users = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private Host host;
    private Wire wire;
    private Contract contract;

    @BeforeEach
    void start() throws IOException {
        host = Host.start(directory);
        wire = new Wire(host.port());
        contract = Contract.of(Files.readString(ContractTest.COMMITTED));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        host.close();
    }

    @Test
    void walk() throws IOException {
        base();
        for (Contract.Operation operation : contract.operations()) {
            good(operation);
            tokens(operation);
            parameters(operation);
            headers(operation);
            if (operation.hasBody()) {
                bodies(operation);
                members(operation);
            }
            nothingElse(operation.id());
        }
        large();
        System.out.println("Walk " + (FULL ? "(full) " : "") + "with seed " + SEED + ": "
                + statuses.values().stream().mapToInt(Integer::intValue).sum() + " requests, " + statuses);
        assertThat(problems).isEmpty();
        assertThat(reached)
                .hasSameElementsAs(contract.operations().stream()
                        .map(Contract.Operation::id)
                        .toList());
        files();
    }

    /** Makes one trunk and one user be there, as they are in the examples. */
    private void base() throws IOException {
        for (String id : List.of("createTrunk", "createSipUser")) {
            Contract.Operation create = operation(id);
            if (!expected(create).contains(nameOf(create))) {
                good(create);
            }
        }
    }

    private Contract.Operation operation(String id) {
        return contract.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isTrunk(Contract.Operation operation) {
        return !operation.path().contains("sip-users");
    }

    private Set<String> expected(Contract.Operation operation) {
        return isTrunk(operation) ? trunks : users;
    }

    private static String nameOf(Contract.Operation operation) {
        return isTrunk(operation) ? "my_telnyx_trunk" : "john_doe";
    }

    /** The example of the contract, with secrets that must not be seen again. */
    private static ObjectNode example(Contract.Operation operation) {
        ObjectNode body = (ObjectNode) operation.requestExample().deepCopy();
        canaries(body);
        return body;
    }

    private static void canaries(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String secret : List.of("password", "secret")) {
                if (object.has(secret)) {
                    object.put(secret, CANARY);
                }
            }
        }
        node.values().forEach(WalkTest::canaries);
    }

    private static String path(Contract.Operation operation, String value) {
        String template = operation.path().contains("user-templates") ? "basic_user" : "telnyx";
        boolean isTemplate =
                operation.path().contains("templates") || operation.path().contains("providers");
        return operation
                .path()
                .replaceAll("\\{\\w+}", value != null ? value : isTemplate ? template : nameOf(operation));
    }

    /** What the contract promises comes true. */
    private void good(Contract.Operation operation) throws IOException {
        boolean creates = operation.id().startsWith("create");
        if (creates && expected(operation).contains(nameOf(operation))) {
            delete(operation.path(), nameOf(operation), expected(operation));
        }
        if (ENDS.contains(operation.id())) {
            Sipwright careful = host.context.getBean(Sipwright.class).confirming(Duration.ofHours(1));
            careful.trunks()
                    .update(
                            "my_telnyx_trunk",
                            TrunkPatch.builder()
                                    .field("context", "walk" + random.nextInt(1_000_000))
                                    .build());
        }
        if (operation.id().startsWith("preview")) {
            delete(operation.path().replace("/preview", ""), nameOf(operation), expected(operation));
        }
        String body = operation.hasBody() ? example(operation).toString() : null;
        if (operation.id().startsWith("restore")) {
            Sipwright sipwright = host.context.getBean(Sipwright.class);
            long generation = isTrunk(operation)
                    ? sipwright
                            .trunks()
                            .history(nameOf(operation), 1)
                            .get(0)
                            .change()
                            .generation()
                    : sipwright
                            .users()
                            .history(nameOf(operation), 1)
                            .get(0)
                            .change()
                            .generation();
            body = "{\"generation\": " + generation + "}";
        }
        Wire.Answer answer = send(operation, path(operation, null), body, Host.ADMIN);
        if (answer.status() / 100 != 2) {
            problems.add(operation.id() + ": the example is answered " + answer.status() + " " + answer.body());
        }
        reached.add(operation.id());
        note(operation, answer);
        if (!creates) {
            base();
        }
    }

    private void delete(String list, String name, Set<String> names) throws IOException {
        wire.send(
                "DELETE",
                list + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                null,
                List.of("Authorization: Bearer " + Host.ADMIN));
        names.remove(name);
    }

    /** Books what was stored, and puts things back. */
    private void note(Contract.Operation operation, Wire.Answer answer) throws IOException {
        if (answer.status() / 100 != 2 || operation.method().equals("GET")) {
            return;
        }
        host.context.getBean(Sipwright.class).confirm(); // a parameter may have asked for that
        if (operation.id().startsWith("create")) {
            String member = isTrunk(operation) ? "/trunk/trunk_name" : "/user/username";
            String name = Contract.JSON.readTree(answer.body()).at(member).asString("");
            expected(operation).add(name);
            if (!name.equals(nameOf(operation))) {
                delete(operation.path(), name, expected(operation));
            }
        } else if (operation.id().startsWith("delete")) {
            String member = isTrunk(operation) ? "/trunk/trunk_name" : "/user/username";
            expected(operation)
                    .remove(Contract.JSON.readTree(answer.body()).at(member).asString(""));
        } else if (operation.id().startsWith("storeBulk")) {
            JsonNode body = Contract.JSON.readTree(answer.body());
            body.path("trunks").forEach(row -> book(row, "/trunk/trunk_name", trunks));
            body.path("users").forEach(row -> book(row, "/user/username", users));
        } else if (operation.id().equals("restoreGeneration")) {
            JsonNode body = Contract.JSON.readTree(answer.body());
            body.path("created")
                    .forEach(item -> booked(item).add(item.path("name").asString("")));
            body.path("deleted")
                    .forEach(item -> booked(item).remove(item.path("name").asString("")));
        }
    }

    private Set<String> booked(JsonNode item) {
        return item.path("kind").asString("").equals("trunk") ? trunks : users;
    }

    private static void book(JsonNode row, String member, Set<String> names) {
        if (row.path("success").asBoolean(false)) {
            names.add(row.at(member).asString(""));
        }
    }

    private void tokens(Contract.Operation operation) throws IOException {
        String body = operation.hasBody() ? example(operation).toString() : null;
        String hostile = operation.hasBody() ? "{\"a\": " + Hostile.JSON.get(20) + "}" : null;
        for (String sent : new LinkedHashSet<>(java.util.Arrays.asList(body, hostile))) {
            for (String none : new String[] {"", "x", "Canary-admin-token", Host.ADMIN + "x", "\" OR 1=1"}) {
                is(operation, 401, send(operation, path(operation, null), sent, none));
            }
            boolean reads = operation.method().equals("GET") && !operation.id().equals("examineAsterisk");
            is(operation, reads ? 200 : 403, send(operation, path(operation, null), sent, Host.READER));
        }
    }

    private void is(Contract.Operation operation, int status, Wire.Answer answer) {
        if (answer.status() != status) {
            problems.add(operation.id() + ": expected " + status + ", not " + answer.status());
        }
    }

    private void parameters(Contract.Operation operation) throws IOException {
        for (String text : some(Hostile.TEXTS)) {
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            if (text.length() > 1000) {
                encoded = encoded.substring(0, 1000);
            }
            if (!operation.parameters("path").isEmpty() && !text.isBlank()) {
                tried(operation, path(operation, encoded), body(operation), List.of());
                tried(operation, path(operation, encoded.replace("%", "%25")), body(operation), List.of());
            }
            List<String> names = new ArrayList<>(List.of("unknown"));
            operation
                    .parameters("query")
                    .forEach(parameter -> names.add(parameter.path("name").asString("")));
            for (String name : names) {
                tried(operation, path(operation, null) + "?" + name + "=" + encoded, body(operation), List.of());
                tried(
                        operation,
                        path(operation, null) + "?" + name + "=1&" + name + "=" + encoded,
                        body(operation),
                        List.of());
            }
        }
        for (String raw : List.of("?%ff=%ff", "?%", "?limit=%zz", "?%00=%00", ";x=1", "/", "/../x", "//", "/%2e%2e")) {
            tried(operation, path(operation, null) + raw, body(operation), List.of());
        }
    }

    private String body(Contract.Operation operation) {
        return operation.hasBody() ? example(operation).toString() : null;
    }

    private void headers(Contract.Operation operation) throws IOException {
        for (String header : some(Hostile.HEADERS)) {
            tried(operation, path(operation, null), body(operation), List.of(header));
        }
    }

    private void bodies(Contract.Operation operation) throws IOException {
        for (String body : Hostile.BODIES) {
            tried(operation, path(operation, null), body, List.of());
        }
        tried(operation, path(operation, null), null, List.of());
    }

    private void members(Contract.Operation operation) throws IOException {
        ObjectNode good = example(operation);
        boolean isBulk = operation.id().equals("storeBulk");
        JsonNode schema = contract.resolved(operation.requestSchema());
        Map<String, String> wraps = new LinkedHashMap<>();
        if (isBulk) {
            wraps.put("trunks", "createTrunk");
            wraps.put("users", "createSipUser");
        }
        for (String member : names(schema.path("properties"), operation)) {
            for (String value : some(Hostile.values())) {
                tried(operation, path(operation, null), with(good, member, value), List.of());
            }
        }
        for (Map.Entry<String, String> wrap : wraps.entrySet()) {
            Contract.Operation one = operation(wrap.getValue());
            for (String member : names(contract.resolved(one.requestSchema()).path("properties"), one)) {
                for (String value : some(Hostile.values())) {
                    String row = with(example(one), member, value);
                    String mode = random.nextBoolean() ? "?mode=valid" : "";
                    tried(operation, operation.path() + mode, "{\"" + wrap.getKey() + "\": [" + row + "]}", List.of());
                }
            }
        }
    }

    /** Those that the contract names, those of the template, and those that no one knows. */
    private Set<String> names(JsonNode properties, Contract.Operation operation) {
        Set<String> names = new LinkedHashSet<>(properties.propertyNames());
        Sipwright sipwright = host.context.getBean(Sipwright.class);
        if (properties.has("password")) {
            sipwright.provider("telnyx").fields().forEach(field -> names.add(field.name()));
        } else if (properties.has("secret")) {
            sipwright.userTemplate("basic_user").fields().forEach(field -> names.add(field.name()));
        }
        names.addAll(some(Hostile.TEXTS).subList(0, 3));
        return names;
    }

    private static String with(ObjectNode good, String member, String value) {
        StringBuilder json = new StringBuilder("{");
        good.properties().forEach(other -> {
            if (!other.getKey().equals(member)) {
                json.append(Hostile.quoted(other.getKey()))
                        .append(": ")
                        .append(other.getValue())
                        .append(", ");
            }
        });
        String given = member.equals("overrides") && !value.startsWith("{")
                ? "{\"endpoint.from_user\": " + value + ", " + Hostile.quoted("endpoint." + value.length()) + ": \"x\"}"
                : value;
        return json.append(Hostile.quoted(member))
                .append(": ")
                .append(given)
                .append("}")
                .toString();
    }

    private void large() throws IOException {
        for (Contract.Operation operation : contract.operations()) {
            if (operation.hasBody()) {
                String megabyte = "x".repeat(1_000_000);
                tried(operation, path(operation, null), "{\"notes\": \"" + megabyte + "\"}", List.of());
                tried(operation, path(operation, null), "{\"" + megabyte + "\": 1}", List.of());
                tried(operation, path(operation, null), "{\"a\": \"" + megabyte + megabyte + "\"}", List.of());
            }
        }
        nothingElse("large bodies");
    }

    private <T> List<T> some(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(SHARE, shuffled.size()));
    }

    /** Sends it as someone who may, and mostly as one who may not as well. */
    private void tried(Contract.Operation operation, String target, String body, List<String> headers)
            throws IOException {
        base();
        Wire.Answer answer = send(operation, target, body, Host.ADMIN, headers);
        note(operation, answer);
        if (answer.status() / 100 == 2 && operation.id().matches("(update|patch|restore|store).*")) {
            delete("/api/trunks", "my_telnyx_trunk", trunks);
            delete("/api/asterisk/sip-users", "john_doe", users);
        }
        int dice = random.nextInt(4);
        if (dice == 0) {
            Wire.Answer reader = send(operation, target, body, Host.READER, headers);
            if (reader.status() / 100 == 2 && !operation.method().equals("GET")) {
                problems.add(operation.id() + ": done for a reader");
            }
        } else if (dice == 1) {
            Wire.Answer nobody = send(operation, target, body, "", headers);
            if (nobody.status() < 400) {
                problems.add(operation.id() + ": answered to nobody: " + nobody.status());
            }
        }
    }

    private Wire.Answer send(Contract.Operation operation, String target, String body, String token)
            throws IOException {
        return send(operation, target, body, token, List.of());
    }

    private Wire.Answer send(
            Contract.Operation operation, String target, String body, String token, List<String> others)
            throws IOException {
        List<String> headers = new ArrayList<>(others);
        if (!token.isEmpty()) {
            headers.add("Authorization: Bearer " + token);
        }
        if (body != null && others.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
            headers.add("Content-Type: application/json");
        }
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        Wire.Answer answer = wire.send(operation.method(), target, bytes, headers);
        statuses.merge(answer.status(), 1, Integer::sum);
        judge(operation, target, body, others, answer);
        return answer;
    }

    private void judge(
            Contract.Operation operation, String target, String body, List<String> headers, Wire.Answer answer) {
        String place = operation.id() + " " + target.substring(0, Math.min(120, target.length())) + " " + headers + " "
                + (body == null ? "" : body.substring(0, Math.min(200, body.length()))) + " -> " + answer.status();
        String all = answer.headers() + answer.body();
        if (answer.status() >= 500 || answer.status() == 0) {
            problems.add(place + " " + answer.body());
        }
        if (all.contains("Canary") || all.contains("\tat ") || all.contains("Exception") || all.contains(".java:")) {
            problems.add(place + " tells too much: " + all);
        }
        if (answer.headers().containsKey("x-evil")) {
            problems.add(place + " has a header that was sent to it");
        }
        JsonNode response = contract.resolved(operation.node().path("responses").path(String.valueOf(answer.status())));
        boolean isProblem = answer.header("Content-Type").startsWith("application/problem+json");
        boolean isServers = Set.of(400, 404, 405, 413, 417).contains(answer.status()) && !isProblem;
        if (isServers || answer.status() == 405) {
            return; // what never came to us, or to this operation
        }
        if (response.isMissingNode() && !target.equals(path(operation, null))) {
            return; // another address
        }
        if (response.isMissingNode()) {
            problems.add(place + ": not in the contract: " + answer.body());
            return;
        }
        String type = answer.header("Content-Type").toLowerCase(Locale.ROOT);
        JsonNode content = response.path("content").path(type);
        if (content.isMissingNode()) {
            problems.add(place + ": type " + type);
            return;
        }
        if (target.equals(path(operation, null)) || answer.status() >= 400) {
            List<String> found = new ArrayList<>();
            contract.check(operation.id(), content.path("schema"), Contract.JSON.readTree(answer.body()), found);
            problems.addAll(found);
        }
    }

    /** What is stored is what was asked for. */
    private void nothingElse(String place) throws IOException {
        base();
        Sipwright sipwright = host.context.getBean(Sipwright.class);
        List<String> stored = new ArrayList<>();
        sipwright.trunks().list(ObjectQuery.all().limit(1000)).forEach(trunk -> stored.add(trunk.name()));
        sipwright.users().list(ObjectQuery.all().limit(1000)).forEach(user -> stored.add(user.name()));
        Set<String> asked = new TreeSet<>(trunks);
        asked.addAll(users);
        if (!new TreeSet<>(stored).equals(asked)) {
            problems.add(place + ": stored " + stored + ", asked for " + asked);
        }
    }

    /** The files hold both objects, nothing else, and can be read. */
    private void files() throws IOException {
        host.context.getBean(Sipwright.class).apply();
        for (String file : List.of("pjsip_trunks.conf", "pjsip_users.conf")) {
            ParsedPjsip parsed = PjsipParser.create().parse(file, Files.readString(directory.resolve(file)));
            assertThat(parsed.warnings()).isEmpty();
            assertThat(parsed.document().sections())
                    .isNotEmpty()
                    .allMatch(section -> section.name().startsWith("my_telnyx_trunk")
                            || section.name().startsWith("john_doe"));
        }
    }
}

package io.sipwright.examples.plain;

import io.sipwright.Batch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file with {@code trunks} and {@code users}. Reads all of it before it says what is wrong. */
final class ProvisioningFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> problems = new ArrayList<>();
    private final List<TrunkSpec> trunks = new ArrayList<>();
    private final List<SipUserSpec> users = new ArrayList<>();

    private ProvisioningFile() {}

    static ProvisioningFile read(Path path) {
        ProvisioningFile file = new ProvisioningFile();
        try {
            JsonNode root = MAPPER.readTree(Files.readString(path));
            file.readEach(root, "trunks", TrunkSpec.class, file.trunks);
            file.readEach(root, "users", SipUserSpec.class, file.users);
            root.propertyNames().stream()
                    .filter(name -> !name.equals("trunks") && !name.equals("users"))
                    .forEach(name -> file.problems.add(name + ": expected 'trunks' or 'users'"));
        } catch (JacksonException e) {
            file.problems.add("line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": expected JSON; " + e.getOriginalMessage());
        } catch (IOException e) {
            file.problems.add("can't be read: " + e.getMessage());
        }
        return file;
    }

    private <T> void readEach(JsonNode root, String name, Class<T> type, List<T> into) {
        JsonNode array = root.path(name);
        if (!array.isArray() && !array.isMissingNode()) {
            problems.add(name + ": expected an array");
        }
        for (int i = 0; i < array.size(); i++) {
            try {
                into.add(MAPPER.treeToValue(array.get(i), type));
            } catch (JacksonException e) {
                Throwable reason = e.getCause() == null ? e : e.getCause();
                String message =
                        reason instanceof JacksonException json ? json.getOriginalMessage() : reason.getMessage();
                problems.add(name + "[" + i + "]: " + message);
            }
        }
    }

    /** What could not be read; empty when all could. */
    List<String> problems() {
        return problems;
    }

    Batch batch() {
        return new Batch(trunks, users);
    }
}

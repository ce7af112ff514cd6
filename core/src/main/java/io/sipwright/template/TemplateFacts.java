package io.sipwright.template;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * What a template says of its carrier besides the sections; nothing of it is rendered.
 *
 * @param registers false if the template says that the carrier has no registration
 * @param leaving by address: the last day on which calls may come from it
 * @param acceptedAdvice by code: why it does not apply
 */
record TemplateFacts(boolean registers, Map<String, LocalDate> leaving, Map<String, String> acceptedAdvice) {

    TemplateFacts {
        leaving = Collections.unmodifiableMap(new LinkedHashMap<>(leaving));
        acceptedAdvice = Collections.unmodifiableMap(new LinkedHashMap<>(acceptedAdvice));
    }

    static TemplateFacts read(JsonNode root, TemplateReading reading) {
        String registration = reading.text(root, "registration", "", "offered");
        if (!registration.equals("offered") && !registration.equals("none")) {
            reading.add("/registration", "expected offered or none");
        }
        Map<String, LocalDate> leaving = new LinkedHashMap<>();
        texts(root, "leaving", reading, (address, day) -> {
            String pointer = "/leaving/" + address.replace("~", "~0").replace("/", "~1");
            if (Network.parse(address).isEmpty()) {
                reading.add(pointer, "expected an address or a network such as 192.0.2.0/28 as a name");
            }
            try {
                leaving.put(address, LocalDate.parse(day));
            } catch (DateTimeParseException e) {
                reading.add(pointer, "expected a day such as 2027-03-31");
            }
        });
        Map<String, String> accepted = new LinkedHashMap<>();
        texts(root, "acceptedAdvice", reading, (code, reason) -> {
            if (reason.isBlank()) {
                reading.add("/acceptedAdvice/" + code, "expected the reason why this advice does not apply");
            }
            accepted.put(code, reason);
        });
        return new TemplateFacts(!registration.equals("none"), leaving, accepted);
    }

    private static void texts(JsonNode root, String key, TemplateReading reading, BiConsumer<String, String> each) {
        for (Map.Entry<String, JsonNode> entry :
                reading.object(root, key, "/" + key).properties()) {
            if (entry.getValue().isString()) {
                each.accept(entry.getKey(), entry.getValue().asString());
            } else {
                reading.add("/" + key + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"), "expected a text");
            }
        }
    }
}

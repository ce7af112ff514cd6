package io.sipwright.realtime;

import io.sipwright.render.Stamps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a node answers to some requests that came together; of the rows they ask for, each table is read once. */
final class AmiAnswers {

    /** Shown otherwise than they stand in the row, or not at all. */
    private static final List<String> NOT_COMPARED = List.of("allow", "disallow", "@rev", "id");

    private final ServedRows served;
    private final String started;
    private final Map<String, Map<String, Map<String, String>>> rows = new HashMap<>();

    AmiAnswers(ServedRows served, String started, List<AmiRequest> requests) {
        this.served = served;
        this.started = started;
        requests.stream()
                .flatMap(request -> request.field().stream())
                .collect(Collectors.groupingBy(
                        AmiRequest.Field::type, Collectors.mapping(AmiRequest.Field::id, Collectors.toSet())))
                .forEach((type, ids) -> rows.put(type, served.find(type, ids)));
    }

    String to(AmiRequest request) {
        return switch (request.action()) {
            case "Challenge" -> message(request, "Response: Success", "Challenge: 123456789");
            case "Login" ->
                message(request, "Response: Success", "Message: Authentication accepted")
                        + message("Event: FullyBooted", "Privilege: system,all", "Status: Fully Booted");
            case "Ping" -> message(request, "Response: Success", "Ping: Pong");
            case "Logoff" -> message(request, "Response: Goodbye", "Message: Thanks for all the fish.");
            case "Events" -> message(request, "Response: Success", "Events: Off");
            case "CoreStatus" ->
                message(
                        request,
                        "Response: Success",
                        "CoreStartupDate: 2025-01-01",
                        "CoreStartupTime: " + started,
                        "CoreReloadDate: 2025-01-01",
                        "CoreReloadTime: 00:00:00");
            case "Reload" -> message(request, "Response: Success", "Message: Module Reloaded");
            case "Getvar" -> message(request, "Response: Success", "Value: " + value(request));
            case "PJSIPShowEndpoint" -> endpoint(request);
            case "PJSIPShowContacts" -> message(request, "Response: Error", "Message: No Contacts found");
            default -> message(request, "Response: Error", "Message: Invalid/unknown command");
        };
    }

    private String value(AmiRequest request) {
        return request.field()
                .map(field -> {
                    Map<String, String> row =
                            rows.getOrDefault(field.type(), Map.of()).get(field.id());
                    // Asterisk has a default for each option; a stamp has none.
                    String absent = field.name().equals(Stamps.OPTION) ? "" : "default";
                    return row == null ? "" : row.getOrDefault(field.name(), absent);
                })
                .orElse("");
    }

    private String endpoint(AmiRequest request) {
        String id = request.header("Endpoint");
        Map<String, String> endpoint = served.find("endpoint", List.of(id)).get(id);
        if (endpoint == null) {
            return message(request, "Response: Error", "Message: Unable to retrieve endpoint " + id);
        }
        StringBuilder answer = new StringBuilder(message(request, "Response: Success", "EventList: start"));
        answer.append(detail(request, "EndpointDetail", id, endpoint));
        for (String part : List.of("auth", "aor")) {
            String names = endpoint.getOrDefault(part.equals("aor") ? "aors" : part, "");
            List<String> ids = Arrays.stream(names.split(","))
                    .filter(name -> !name.isEmpty())
                    .toList();
            String event = part.equals("aor") ? "AorDetail" : "AuthDetail";
            served.find(part, ids).forEach((name, row) -> answer.append(detail(request, event, name, row)));
        }
        return answer.append(message(request, "Event: EndpointDetailComplete", "EventList: Complete"))
                .toString();
    }

    private static String detail(AmiRequest request, String event, String id, Map<String, String> row) {
        List<String> lines = new ArrayList<>(List.of("Event: " + event, "ObjectName: " + id));
        row.forEach((column, value) -> {
            if (!NOT_COMPARED.contains(column) && !value.contains(";")) {
                lines.add(eventName(column) + ": " + RowText.unescaped(value));
            }
        });
        return message(request, lines.toArray(String[]::new));
    }

    private static String eventName(String column) {
        return Arrays.stream(column.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String message(AmiRequest request, String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add(1, "ActionID: " + request.header("ActionID"));
        return message(all.toArray(String[]::new));
    }

    private static String message(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }
}

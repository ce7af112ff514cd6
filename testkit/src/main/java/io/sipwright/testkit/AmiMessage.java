package io.sipwright.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response or event of the manager interface. Immutable.
 *
 * @param headers name and value, in the order they came; a name may come more than once
 */
public record AmiMessage(List<Map.Entry<String, String>> headers) {

    /** Copies the list. */
    public AmiMessage {
        headers = List.copyOf(headers);
    }

    /** The first value of a header, whose name is compared without regard to case. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of a header, in order. */
    public List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether this is a response that says {@code Success}; it does not mean that what was asked for happened. */
    public boolean isSuccess() {
        return first("Response").filter("Success"::equalsIgnoreCase).isPresent();
    }
}

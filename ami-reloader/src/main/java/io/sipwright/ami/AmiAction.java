package io.sipwright.ami;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * Any action. Written by {@link ActionWriter}: asterisk-java would need a public class with getters for each, and lacks
 * most of those that are needed here.
 */
final class AmiAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1;

    private final String name;
    private final LinkedHashMap<String, String> headers = new LinkedHashMap<>();

    private AmiAction(String name) {
        this.name = name;
    }

    static AmiAction named(String name) {
        return new AmiAction(name);
    }

    /**
     * Adds a header.
     *
     * @throws IllegalArgumentException if the value has a line break or NUL in it
     */
    AmiAction with(String header, String value) {
        headers.put(header, AmiText.requireLine(header, value));
        return this;
    }

    @Override
    public String getAction() {
        return name;
    }

    Map<String, String> headers() {
        return headers;
    }
}

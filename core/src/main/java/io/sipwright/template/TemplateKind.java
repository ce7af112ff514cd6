package io.sipwright.template;

/** Which sort of objects a template is for. */
public enum TemplateKind {
    /** Carrier trunks. */
    PROVIDER("TRUNK"),
    /** SIP users. */
    USER("SIP USER");

    private final String blockTitle;

    TemplateKind(String blockTitle) {
        this.blockTitle = blockTitle;
    }

    /** What the block markers in the file call such an object. */
    public String blockTitle() {
        return blockTitle;
    }

    /**
     * Name of a section: a user's sections all bear its name; of a trunk's, the registration does, the others add
     * their role.
     *
     * @param number 1 for a single section, from 2 on where each item of a list gets one
     */
    String sectionName(String objectName, String role, int number) {
        if (this == USER) {
            return objectName;
        }
        if (number > 1) {
            return objectName + "-" + number;
        }
        return role.equals("registration") ? objectName : objectName + "-" + role;
    }
}

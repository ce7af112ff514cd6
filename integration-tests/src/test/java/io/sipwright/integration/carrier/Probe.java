package io.sipwright.integration.carrier;

/**
 * An INVITE to the Asterisk, as of a carrier.
 *
 * @param source address that it is sent from
 * @param user of the Request-URI
 * @param parameter of the Request-URI
 * @param to user of To
 * @param from user of From
 * @param called number that the dialplan must come to know, and none where the call must be refused
 * @param why in a few words
 */
record Probe(
        CarrierCase carrier,
        String source,
        String user,
        String parameter,
        String to,
        String from,
        String called,
        String why) {

    boolean isAllowed() {
        return !called.isEmpty();
    }

    /** A line of SIPp's file, as the scenario counts the fields. */
    String line(int number) {
        return String.join(
                ";",
                source,
                user,
                parameter,
                to,
                from,
                CarrierServer.profile(carrier),
                CarrierServer.attribute(carrier),
                Integer.toString(number));
    }

    /** What the dialplan notes of it, when it was let in. */
    String note(int port) {
        return String.join(" ", carrier.context(), carrier.endpoint(), source + ":" + port, called);
    }

    @Override
    public String toString() {
        return carrier + " from " + source + ", " + why;
    }
}

package io.sipwright.integration.carrier;

/** An IPv4 network, with the addresses at its ends and next to them. */
record Network(int base, int prefix) {

    static Network of(String cidr) {
        String[] parts = cidr.split("/");
        return new Network(number(parts[0]), Integer.parseInt(parts[1]));
    }

    String first() {
        return text(base);
    }

    String middle() {
        return text(base + size() / 2);
    }

    String last() {
        return text(base + size() - 1);
    }

    String before() {
        return text(base - 1);
    }

    String after() {
        return text(base + size());
    }

    boolean has(String address) {
        return Integer.compareUnsigned(number(address) - base, size()) < 0;
    }

    private int size() {
        return 1 << (32 - prefix);
    }

    private static int number(String address) {
        int number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static String text(int number) {
        return (number >>> 24) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}

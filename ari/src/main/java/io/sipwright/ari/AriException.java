package io.sipwright.ari;

/** ARI cannot be used: it is not reached, refuses us, or Asterisk is not made for it. The message says why, without a secret. */
final class AriException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    AriException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** One word for programs, the same as of a finding. */
    String code() {
        return code;
    }

    /** In words; never null. */
    String reason() {
        return String.valueOf(getMessage());
    }
}

package io.sipwright.ari;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which releases of Asterisk can keep changes in memory ahead of the files. */
final class Release {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\b.*", Pattern.DOTALL);

    private Release() {}

    /** From 22.6 on. What has no number, as a build of its own from git, is not taken for new enough. */
    static boolean isNewEnough(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        return major > 22 || major == 22 && Integer.parseInt(numbers.group(2)) >= 6;
    }
}

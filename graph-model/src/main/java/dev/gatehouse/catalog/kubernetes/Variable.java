package dev.gatehouse.catalog.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An environment variable with its value in plain text, at a pointer into its manifest.
record Variable(String name, String value, String pointer) {
    private static final Pattern URL = Pattern.compile(
            "((?:[A-Za-z][A-Za-z0-9+.-]{0,30}:){1,3})//(?:[^@/\\s]*@)?([A-Za-z0-9._-]+)(:\\d{1,5})?(?:[/?;].*)?");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(:\\d{1,5})");
    private static final Pattern LETTER = Pattern.compile(".*[A-Za-z].*");
    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)S?");
    private static final Pattern SECRET_VALUE = Pattern.compile(
            "-----BEGIN [A-Z ]*PRIVATE KEY.*"
                    + "|(AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|sk_live_.+|xox[abprs]-.+"
                    + "|eyJ[A-Za-z0-9_-]+\\.eyJ.+"
                    + "|([A-Za-z][A-Za-z0-9+.-]{0,30}:){1,3}//[^@/\\s:]*:[^@/\\s]+@.+",
            Pattern.DOTALL);
    private static final Pattern HARMLESS = Pattern.compile("true|false|\\d{1,4}|.*\\$\\(.*\\).*", Pattern.DOTALL);

    /// Whether it gives a secret away, by its name or by what its value looks like.
    boolean isSecret() {
        boolean named = SECRET_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches();
        return SECRET_VALUE.matcher(value.strip()).matches()
                || (named && !HARMLESS.matcher(value.strip()).matches());
    }

    /// The hosts that it points to; the parts of a list with commas one by one.
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String part : value.split(",", 20)) {
            Target target = target(part.strip());
            if (target != null && !target.isLocal()) {
                targets.add(target);
            }
        }
        return targets;
    }

    private static @Nullable Target target(String text) {
        if (text.length() > 2000 || text.contains("$(")) {
            return null;
        }
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            String scheme = url.group(1).substring(0, url.group(1).length() - 1).toLowerCase(Locale.ROOT);
            return new Target(url.group(2), url.group(3) == null ? "" : url.group(3), scheme);
        }
        Matcher plain = HOST_AND_PORT.matcher(text);
        return plain.matches() && LETTER.matcher(plain.group(1)).matches()
                ? new Target(plain.group(1), plain.group(2), null)
                : null;
    }

    /// @param port with its colon, or empty
    /// @param protocol the scheme of a URL, null where none is said
    record Target(String host, String port, @Nullable String protocol) {
        boolean isLocal() {
            return host.equals("localhost") || host.startsWith("127.") || host.equals("0.0.0.0");
        }

        @Override
        public String toString() {
            return host + port;
        }
    }
}

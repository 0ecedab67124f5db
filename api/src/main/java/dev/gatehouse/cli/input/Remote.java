package dev.gatehouse.cli.input;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A git repository elsewhere, by the name that it has however it was cloned: `github.com/acme/shop`.
final class Remote {
    private static final Pattern URL = Pattern.compile(
            "(?<scheme>https?|ssh|git|git\\+ssh|ssh\\+git|ftps?)://(?:[^/]*@)?(?<host>\\[[^\\]/]+\\]|[^:/@]+)"
                    + "(?::(?<port>\\d*))?/+(?<path>[^?#@]+)(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);
    /// As ssh takes it: `git@github.com:acme/shop.git`.
    private static final Pattern SHORT =
            Pattern.compile("(?:[^/:]*@)?(?<host>\\[[^\\]/]+\\]|[^:/@]+):(?!:|//)/*(?<path>[^?#@]+)");

    private static final Map<String, String> USUAL_PORTS = Map.of(
            "http", "80", "https", "443", "ssh", "22", "git+ssh", "22", "ssh+git", "22", "git", "9418", "ftp", "21",
            "ftps", "990");

    private Remote() {}

    /// Host, owner and repository without scheme, user, credentials, usual port and `.git`; empty for a path
    /// on this machine, and for what does not look like a remote.
    static Optional<String> name(String remote) {
        Matcher url = URL.matcher(remote);
        if (url.matches()) {
            String port = url.group("port");
            String usual = USUAL_PORTS.get(url.group("scheme").toLowerCase(Locale.ROOT));
            boolean told = port != null && !port.isEmpty() && !port.equals(usual);
            return name(url.group("host") + (told ? ":" + port : ""), url.group("path"));
        }
        Matcher brief = SHORT.matcher(remote);
        return brief.matches() ? name(brief.group("host"), brief.group("path")) : Optional.empty();
    }

    private static Optional<String> name(String host, String path) {
        String repository = path.replaceAll("/{2,}", "/").replaceFirst("/$", "").replaceFirst("\\.git$", "");
        return repository.isEmpty() ? Optional.empty() : Optional.of(host.toLowerCase(Locale.ROOT) + "/" + repository);
    }
}

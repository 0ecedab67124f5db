package dev.gatehouse.app.settings;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses of servers as users give them, and whether a secret may go there.
public final class Addresses {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]", Pattern.CASE_INSENSITIVE);

    /// The scheme that encrypts, for each that does not.
    private static final Map<String, String> ENCRYPTED = Map.of("http", "https", "bolt", "bolt+s", "neo4j", "neo4j+s");

    private Addresses() {}

    /// The address; null where it is none.
    public static @Nullable URI parse(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /// What is wrong with what [#parse] does not take. A secret in it is not repeated.
    public static Diagnostic mistake(Position at, String text) {
        String shown = text.replaceFirst("//.*@", "//…@");
        return shown.equals(text)
                ? Diagnostic.error(at, "'" + text + "' is no address of a server", "write scheme://host:port")
                : Diagnostic.error(
                        at,
                        "'" + shown + "' has a user's name or password in it",
                        "leave it out: write scheme://host:port, and give the secret in the environment");
    }

    /// Whether what is sent there stays on this machine.
    public static boolean isHere(URI address) {
        return LOOPBACK.matcher(address.getHost()).matches();
    }

    /// Something against sending a secret there: others could read it on the way.
    public static Optional<Diagnostic> inTheClear(Position at, String secret, URI address) {
        String encrypted = ENCRYPTED.get(address.getScheme().toLowerCase(Locale.ROOT));
        return isHere(address) || encrypted == null
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        at,
                        secret + " would go to " + address + " in the clear",
                        "give an address with " + encrypted + ", or one of this machine"));
    }

    /// Against sending a secret of the environment to an address that whoever can edit the file wrote.
    public static Diagnostic notOfTheEnvironment(Position at, String secret, URI address, String variable) {
        return Diagnostic.error(
                at,
                secret + " would go to " + address + ", an address that stands in gatehouse.yaml",
                "set " + variable + " beside it, to where it is meant to go");
    }
}

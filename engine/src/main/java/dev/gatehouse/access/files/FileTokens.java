package dev.gatehouse.access.files;

import dev.gatehouse.access.RefusedException;
import dev.gatehouse.access.Token;
import dev.gatehouse.access.Tokens;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.model.governance.Actor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tokens in `tokens.json` of the state folder. The administrator's secret alone stands in a file, `token`, so that
/// the command line of whoever started the server can use it.
public final class FileTokens implements Tokens {
    /// The file of the administrator's secret, in the state folder.
    public static final String ADMINISTRATOR_FILE = "token";

    private static final String TOKENS_FILE = "tokens.json";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final int SECRET_BYTES = 32;

    private final PrivateFile file;
    private final SecureRandom random = new SecureRandom();
    private List<Token> tokens;

    private FileTokens(PrivateFile file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /// Whether a state folder has tokens.
    public static boolean exist(Path home) {
        return new PrivateFile(home, TOKENS_FILE).exists();
    }

    /// Reads the tokens of a state folder, or begins with the administrator's.
    ///
    /// @param now when an administrator's token is made, its time
    public static FileTokens open(Path home, Instant now) {
        PrivateFile file = new PrivateFile(home, TOKENS_FILE);
        if (file.exists()) {
            return new FileTokens(file, read(file));
        }
        FileTokens first = new FileTokens(file, List.of());
        String secret = first.secret();
        new PrivateFile(home, ADMINISTRATOR_FILE).write(secret.getBytes(StandardCharsets.UTF_8));
        first.keep(
                List.of(new Token(Actor.ADMINISTRATOR.name(), Actor.ADMINISTRATOR.roles(), now, null, hash(secret))));
        return first;
    }

    @Override
    public Actor authenticate(String secret, Instant now) {
        byte[] hash = hash(secret).getBytes(StandardCharsets.US_ASCII);
        Token found = null;
        for (Token token : list()) {
            if (MessageDigest.isEqual(hash, token.hash().getBytes(StandardCharsets.US_ASCII))) {
                found = token;
            }
        }
        if (found == null) {
            throw new RefusedException("The token is not known here; ask an administrator for one");
        }
        if (found.expires() != null && !now.isBefore(found.expires())) {
            throw new RefusedException("The token of '" + found.name() + "' expired at " + found.expires()
                    + "; ask an administrator for a new one");
        }
        return new Actor(found.name(), found.roles());
    }

    @Override
    public synchronized Issued create(String name, Set<Actor.Role> roles, Instant now, @Nullable Instant expires) {
        check(name, roles, now, expires);
        String secret = secret();
        Token token = new Token(name, roles, now, expires, hash(secret));
        List<Token> more = new ArrayList<>(tokens);
        more.add(token);
        more.sort(Comparator.comparing(Token::name));
        keep(more);
        return new Issued(token, secret);
    }

    private void check(String name, Set<Actor.Role> roles, Instant now, @Nullable Instant expires) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "'" + name + "' is no name of a token",
                    "use up to 63 letters, digits, dots, dashes and underscores, a letter or digit first");
        }
        if (tokens.stream().anyMatch(token -> token.name().equals(name))) {
            throw new InvalidInputException(
                    "There is a token '" + name + "' already", "revoke it first, or choose another name");
        }
        if (roles.isEmpty()) {
            throw new InvalidInputException("The token '" + name + "' has no role", "give it one: viewer, operator, …");
        }
        if (expires != null && !expires.isAfter(now)) {
            throw new InvalidInputException(
                    "The token '" + name + "' would have expired at " + expires, "give a time to come");
        }
    }

    @Override
    public synchronized List<Token> list() {
        tokens = read(file);
        return tokens;
    }

    /// Read anew each time: a token made or revoked beside a running server counts at once.
    private static List<Token> read(PrivateFile file) {
        return List.of(Json.read(file.read(), Token[].class));
    }

    @Override
    public synchronized void revoke(String name) {
        List<Token> rest =
                tokens.stream().filter(token -> !token.name().equals(name)).toList();
        if (rest.size() == tokens.size()) {
            List<String> known = tokens.stream().map(Token::name).toList();
            throw new InvalidInputException(
                    "There is no token '" + name + "'",
                    Nearest.cure(name, known, "known are " + String.join(", ", known)));
        }
        keep(rest);
    }

    private void keep(List<Token> next) {
        file.write(Json.bytes(next));
        tokens = List.copyOf(next);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        return Digest.of(secret).value();
    }
}

package dev.gatehouse.app;

import dev.gatehouse.access.Token;
import dev.gatehouse.access.Tokens;
import dev.gatehouse.access.files.FileTokens;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.ExitCode;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.model.Word;
import dev.gatehouse.model.governance.Actor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `token`: who may ask the server whose state folder this is.
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and ends tokens, in the state folder of the server.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  gatehouse token new ann --role approver --days 90"})
final class TokenCommand {
    private final ConfiguredBackends backends;
    private final Console console;

    TokenCommand(ConfiguredBackends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Command(name = "new", mixinStandardHelpOptions = true, description = "Makes a token and prints its secret once.")
    int create(
            @Parameters(paramLabel = "NAME", description = "Of the person, pipeline or agent.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "viewer, operator, approver, architect or admin; can be repeated.")
                    List<Actor.Role> roles,
            @Option(
                            names = "--days",
                            defaultValue = "90",
                            paramLabel = "DAYS",
                            description = "Days that it holds; default: 90.")
                    int days) {
        Instant now = Instant.now();
        Tokens.Issued issued = existing().create(name, Set.copyOf(roles), now, now.plus(Duration.ofDays(days)));
        console.out().println(issued.secret());
        console.out().flush();
        console.progress(
                "the server whose state lies in " + backends.settings().home() + " knows " + name + " by this");
        console.progress("keep it: it is shown this once; use it as GATEHOUSE_TOKEN");
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the tokens, without their secrets.")
    int list() {
        List<String> lines = new ArrayList<>();
        for (Token token : existing().list()) {
            String expires = token.expires() == null ? "never expires" : "expires " + token.expires();
            String roles = token.roles().stream().map(Word::of).collect(Collectors.joining(", "));
            lines.add(token.name() + "  " + roles + "  " + expires);
        }
        lines.forEach(console.out()::println);
        console.out().flush();
        return ExitCode.OK;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a token.")
    int revoke(@Parameters(paramLabel = "NAME", description = "The token.") String name) {
        existing().revoke(name);
        return ExitCode.OK;
    }

    /// Those of a state folder that has some: in any other, nobody would ask for the new one.
    private Tokens existing() {
        Path home = backends.settings().home();
        if (!FileTokens.exist(home)) {
            throw new InvalidInputException(
                    "There are no tokens in " + home,
                    "call it where the server's state lies, or set GATEHOUSE_HOME to it; serve makes the first token there");
        }
        return FileTokens.open(home, Instant.now());
    }
}

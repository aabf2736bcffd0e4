package io.cumulo.launcher;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a token and nothing else, for {@code -H "Authorization: Bearer $(./cumulo token editor)"}. */
@Command(name = "token", description = "Prints a token signed by the local key.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Settings settings;

    @Parameters(
            paramLabel = "ROLE",
            description = "${COMPLETION-CANDIDATES}: an editor writes, an admin also operates.")
    private Role role;

    @Option(names = "--hours", defaultValue = "12", description = "How long it is valid. Default: ${DEFAULT-VALUE}.")
    private int hours;

    /** Who a token is for. */
    enum Role {
        editor(Set.of("editor")),
        admin(Set.of("editor", "admin"));

        private final Set<String> groups;

        Role(Set<String> groups) {
            this.groups = groups;
        }
    }

    @Override
    public Integer call() {
        if (hours < 1 || hours > 24 * 365) {
            throw new Refused("--hours must be between 1 and 8760");
        }
        String token = new LocalIdentity(settings.data()).token("local-" + role, role.groups, Duration.ofHours(hours));
        spec.commandLine().getOut().println(token);
        return 0;
    }
}

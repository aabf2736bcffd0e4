package io.cumulo.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says a failure in clear lines; where it came from in the code goes to the launcher's log. */
final class FailureReport implements IExecutionExceptionHandler {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof Refused) {
            failure.getMessage().lines().forEach(line -> say(command, line));
            return FAILED;
        }
        say(command, OneLine.of(failure) + kept(failure, command));
        return FAILED;
    }

    /** picocli's own would print the whole usage, and the reason scrolls away. */
    static int misuse(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        say(command, OneLine.of(misuse) + "; see ./" + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    private static void say(CommandLine command, String line) {
        command.getErr().println("cumulo: " + line);
    }

    /** Where the details are; a log that can't be written must not hide the failure itself. */
    private static String kept(Exception failure, CommandLine command) {
        Object settings = command.getCommandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(Settings.class::isInstance)
                .findFirst()
                .orElseGet(Settings::new);
        Path log = Platform.log((Settings) settings, "launcher");
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(log, Instant.now() + " " + trace, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return " (details in " + log + ")";
        } catch (IOException unwritable) {
            return "";
        }
    }
}

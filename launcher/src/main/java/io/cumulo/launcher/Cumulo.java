package io.cumulo.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./cumulo}: runs the platform on one machine, loads datasets, issues local tokens. */
@Command(
        name = "cumulo",
        description = "The open record of the cloud industry, on this machine.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LoadCommand.class,
            TokenCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = "%n`./cumulo test` passes every test.")
public final class Cumulo implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Exit status: 0 done, 1 failed (one line says why), 2 wrong usage, 3 not ready ({@code status}). */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Cumulo());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("cumulo: " + OneLine.of(failure));
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

package io.cumulo.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    /** Exit status: 0 done, 1 failed (a line says why), 2 wrong usage, 3 not ready ({@code status}). */
    public static void main(String[] arguments) {
        System.exit(line(utf8(FileDescriptor.out), utf8(FileDescriptor.err)).execute(arguments));
    }

    /** The command with its output going there. */
    static CommandLine line(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Cumulo())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureReport())
                .setParameterExceptionHandler(FailureReport::misuse);
    }

    /** Names and signs come out whole under any locale, C included. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

package org.dudao.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.fact.CrashSite;
import org.dudao.fact.Language;
import org.dudao.fact.Origin;
import org.dudao.fact.VisibleText;
import org.dudao.format.Messages;
import org.dudao.load.InputException;
import org.dudao.load.Unreadable;
import org.dudao.report.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** The program {@code dudao}. */
@Command(
    name = "dudao",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main implements Runnable {
  /** By their names, in the order of the help. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", CheckCommand.class);
    COMMANDS.put("standards", StandardsCommand.class);
    COMMANDS.put("lint", LintCommand.class);
    COMMANDS.put("test", TestCommand.class);
    COMMANDS.put("schema", SchemaCommand.class);
  }

  private static final int MEBIBYTE_BITS = 20;

  private final Console console;

  @Spec private CommandSpec spec;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs and ends the process with the exit code. */
  public static void main(String[] args) {
    Console console =
        new Console(
            standardInput(),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.console() != null,
            System.getenv());
    System.exit(run(console, args));
  }

  /**
   * Standard input; one that cannot be read where the process was started without any. Java has then given its number to a
   * file of its own, and would die when that is read to its end and closed.
   */
  private static InputStream standardInput() {
    try {
      boolean isOfJava =
          Files.isSameFile(Path.of("/dev/fd/0"), Path.of(System.getProperty("java.home"), "lib", "modules"));
      return isOfJava ? new FileInputStream(new FileDescriptor()) : System.in;
    } catch (IOException e) {
      // This system does not tell.
      return System.in;
    }
  }

  /** Runs one command line and tells how it ended. */
  static int run(Console console, String... args) {
    Language language = language(console, args);
    CommandLine line = commandLine(console, language, args);
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExpandAtFiles(false);
    line.setParameterExceptionHandler(new UsageFaults(Messages.of(language)));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, language, e));
    int code;
    try {
      code = line.execute(args);
    } catch (Error e) {
      // Left alone, it would end the process as if there were violations.
      code = failed(console, language, e);
    }
    return ended(code, console, Messages.of(language));
  }

  /** The exit code, when all that goes with it has arrived: a code without its report would be believed. */
  private static int ended(int code, Console console, Messages messages) {
    IOException failure = console.takeFailure();
    if (failure == null || Unwritten.isUnread(failure)) {
      return code;
    }
    String cause = messages.text(Unwritten.of(failure, null).messageId());
    console.err().println(
        messages.text("cli.error") + ": " + messages.text("cli.unwritten", messages.text("cli.standard-output"), cause));
    return ExitCode.FAILED.code();
  }

  /** The command line in that language, with all its commands or the one that is asked for. */
  static CommandLine commandLine(Console console, Language language, String... args) {
    CommandLine line = new Main(console).line(args);
    line.setResourceBundle(Messages.of(language).bundle());
    return line;
  }

  /** Without a command there is nothing to do: the usage is shown, and that is an error. */
  @Override
  public void run() {
    throw new UsageException(
        spec.commandLine(), "dudao " + String.join(" | ", COMMANDS.keySet()) + " | --help");
  }

  /** The command line; a command that is asked for by name is the only one that is made, for that takes its time. */
  private CommandLine line(String... args) {
    CommandLine line = new CommandLine(this, new Commands(console));
    String asked = args.length == 0 ? "" : args[0];
    if (COMMANDS.containsKey(asked)) {
      return line.addSubcommand(asked, COMMANDS.get(asked));
    }
    COMMANDS.forEach(line::addSubcommand);
    return line.addSubcommand(AutoComplete.GenerateCompletion.class);
  }

  /** The language must be known before the options are parsed, for the messages of the parser itself. */
  private static Language language(Console console, String... args) {
    List<String> list = Arrays.asList(args);
    for (int i = 0; i < args.length; i++) {
      String value = args[i].startsWith("--lang=") ? args[i].substring("--lang=".length())
          : args[i].equals("--lang") && i + 1 < args.length ? list.get(i + 1) : "";
      Optional<Language> language = Language.tagged(value);
      if (language.isPresent()) {
        return language.get();
      }
    }
    return console.language();
  }

  private static int failed(Console console, Language language, Throwable e) {
    Messages messages = Messages.of(language);
    Throwable cause = CrashSite.rootCause(e);
    if (e instanceof InputException input) {
      new Diagnostics(console.err(), messages).print(input.problems());
    } else if (cause instanceof FileSystemException refused && refused.getFile() != null) {
      new Diagnostics(console.err(), messages)
          .print(List.of(Unreadable.problem(refused, Origin.of(refused.getFile()))));
    } else {
      console.err().println(VisibleText.of(messages.text("cli.error") + ": " + told(cause, messages)));
    }
    return ExitCode.FAILED.code();
  }

  private static String told(Throwable cause, Messages messages) {
    if (cause instanceof OutOfMemoryError) {
      return messages.text("cli.out-of-memory", Runtime.getRuntime().maxMemory() >> MEBIBYTE_BITS);
    }
    return cause instanceof StackOverflowError ? messages.text("cli.nested-too-deeply") : messages.text("cli.crash", CrashSite.of(cause));
  }
}

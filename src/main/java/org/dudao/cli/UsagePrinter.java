package org.dudao.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.VisibleText;
import picocli.CommandLine.Help.Ansi;

/** Prints what is wrong with a command line: the library says it in lines, and repeats what was typed. */
final class UsagePrinter extends PrintWriter {
  /** By which the library begins a colour, where there is a terminal. */
  private static final String COLOUR = "\u001B[";

  UsagePrinter(PrintStream out) {
    super(out, true);
  }

  @Override
  public void write(String text, int start, int length) {
    String printed = text.substring(start, start + length);
    String visible = printed.lines().map(UsagePrinter::visible).collect(Collectors.joining("\n"));
    char[] characters = (printed.endsWith("\n") ? visible + "\n" : visible).toCharArray();
    super.write(characters, 0, characters.length);
  }

  private static String visible(String line) {
    return Ansi.AUTO.enabled()
        ? Stream.of(line.split(Pattern.quote(COLOUR), -1)).map(VisibleText::of).collect(Collectors.joining(COLOUR))
        : VisibleText.of(line);
  }
}

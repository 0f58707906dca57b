package org.dudao.cli;

import picocli.CommandLine;

/** A command line that can be read and not be done, told in a sentence of the catalogue. */
final class UsageException extends CommandLine.ParameterException {
  private static final long serialVersionUID = 1;

  private final String sentence;

  UsageException(CommandLine line, String sentence) {
    super(line, sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}

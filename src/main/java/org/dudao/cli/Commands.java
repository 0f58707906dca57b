package org.dudao.cli;

import picocli.CommandLine;

/** Makes the commands, and hands each the console. */
final class Commands implements CommandLine.IFactory {
  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(Console.class).newInstance(console);
    } catch (NoSuchMethodException e) {
      // Options and the commands of the library talk to nobody.
      return CommandLine.defaultFactory().create(type);
    }
  }
}

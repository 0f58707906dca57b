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
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(console));
    }
    if (type == StandardsCommand.class) {
      return type.cast(new StandardsCommand(console));
    }
    if (type == SchemaCommand.class) {
      return type.cast(new SchemaCommand(console));
    }
    return CommandLine.defaultFactory().create(type);
  }
}

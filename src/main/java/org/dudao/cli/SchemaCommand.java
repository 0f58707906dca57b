package org.dudao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import org.dudao.format.Format;
import org.dudao.load.FactSchema;
import org.dudao.report.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dudao schema}: prints the JSON Schema of the facts that are read, or of the report that is written. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {
  enum Subject {
    FACTS,
    REPORT
  }

  private final Console console;

  @Mixin private RuleOptions rules;

  @Mixin private LanguageOption language;

  @Parameters(paramLabel = "facts|report")
  private Subject subject;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    console.out().println(subject == Subject.FACTS ? FactSchema.of(rules.codes()) : reportSchema());
    console.out().flush();
    return ExitCode.CLEAN.code();
  }

  private static String reportSchema() throws IOException {
    try (InputStream in = Format.class.getResourceAsStream("report.schema.json")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).stripTrailing();
    }
  }
}

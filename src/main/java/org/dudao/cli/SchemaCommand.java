package org.dudao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.dudao.format.Format;
import org.dudao.load.FactSchema;
import org.dudao.report.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dudao schema}: prints the JSON Schema of documents, of the report, or of a line of the stream. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {
  enum Contract {
    FACTS,
    REPORT,
    STREAM
  }

  private final Console console;

  @Mixin private RuleOptions rules;

  @Mixin private LanguageOption language;

  @Parameters(paramLabel = "facts|report|stream")
  private Contract contract;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    console.out().println(
        switch (contract) {
          case FACTS -> FactSchema.of(rules.codes());
          case REPORT -> stored("report.schema.json");
          case STREAM -> stored("stream.schema.json");
        });
    console.out().flush();
    return ExitCode.CLEAN.code();
  }

  private static String stored(String name) throws IOException {
    try (InputStream in = Format.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
  }
}

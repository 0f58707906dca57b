package org.dudao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dudao.format.Format;
import org.dudao.format.Messages;
import org.dudao.load.FactSchema;
import org.dudao.report.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dudao schema}: prints the JSON Schema of documents, of the report, or of a line of the stream. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {
  enum Contract {
    FACTS,
    REPORT,
    STREAM
  }

  /** The schemas of all versions of the report that can be read, the one that is written last. */
  private static final NavigableMap<Integer, String> REPORTS =
      new TreeMap<>(Map.of(1, "report-1.schema.json", 2, "report.schema.json"));

  private final Console console;

  @Mixin private RuleOptions rules;

  @Mixin private LanguageOption language;

  @Spec private CommandSpec spec;

  @Option(names = "--format-version", paramLabel = "1|2")
  private Integer version;

  @Parameters(paramLabel = "facts|report|stream")
  private Contract contract;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (version != null && (contract != Contract.REPORT || !REPORTS.containsKey(version))) {
      throw new UsageException(
          spec.commandLine(),
          Messages.of(language.orElse(console)).text("cli.schema-version", version, REPORTS.keySet()));
    }
    console.out().println(
        switch (contract) {
          case FACTS -> FactSchema.of(rules.codes());
          case REPORT -> stored(version == null ? REPORTS.lastEntry().getValue() : REPORTS.get(version));
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
